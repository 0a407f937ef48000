using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>Tells by e-mail who is invited where the portal is. When mail is off nobody is told, and the administrator must know.</summary>
public sealed class UserInvitations(IOptions<MailOptions> options, PortalClock clock)
{
    public bool AreSent => options.Value.IsOn;

    /// <summary>Adds the notice to the commit that registers the user.</summary>
    internal void Prepare(PortalDbContext context, PortalUser user)
    {
        if (!AreSent)
        {
            return;
        }

        // The user's id is made by the commit: the notice takes the provisional one, which becomes the real one there.
        var mail = context.Add(OutgoingMail.Prepare(user.Id, MailKind.Invitation, clock.UtcNow));
        mail.Property(m => m.UserId).CurrentValue = context.Entry(user).Property(u => u.Id).CurrentValue;
    }
}
