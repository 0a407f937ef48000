using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>Prepares notices to the users of a school, in the commit of what they tell of.</summary>
internal sealed class SchoolNotices(IOptions<MailOptions> options, PortalClock clock)
{
    /// <summary>
    /// Adds a notice for every enabled user of the institute who has none of that kind waiting already. Nothing when mail is off. The
    /// caller saves, and tries again when the database calls a notice a duplicate: somebody else prepared it in this very moment.
    /// </summary>
    public async Task PrepareAsync(PortalDbContext context, int instituteId, MailKind kind, CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        var mails = context.Set<OutgoingMail>();
        var users = await context.Set<PortalUser>()
            .Where(u => u.InstituteId == instituteId && u.DisabledAt == null
                && !mails.Any(m => m.UserId == u.Id && m.Kind == kind && m.State == MailState.Waiting))
            .Select(u => u.Id).ToListAsync(cancellationToken);
        mails.AddRange(users.Select(user => OutgoingMail.Prepare(user, kind, clock.UtcNow)));
    }
}
