using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Mail;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Users;

/// <summary>Invites a person: registers them beforehand, and they join the record at the first sign-in with the address.</summary>
public partial class UserInvitePage
{
    private readonly UserForm _form = new();
    private string? _problem;
    private bool _sending;

    [Inject]
    public required UserDesk Desk { get; init; }

    [Inject]
    public required UserInvitations Invitations { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<UserTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    private IReadOnlyList<FieldError> Errors =>
    [
        .. _form.Findings.Select(found => new FieldError(found.Field, Text.Of(found.Fault))),
        .. _form.Attempt > 0 && _form.Role is null ? [new FieldError(nameof(Domain.Access.UserRegistration.Role), Text["RoleMissing"])] : Array.Empty<FieldError>(),
    ];

    // Nothing on the page is anybody else's.
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private async Task<IReadOnlyList<string>> FindInstitutesAsync(string typed) =>
        [.. (await Desk.InstitutesAsync(await ActorAsync(), typed, Gone)).Select(found => UserForm.InstituteText(found.Code, found.Name))];

    private async Task SaveAsync()
    {
        if (_sending)
        {
            return;
        }

        _problem = null;
        if (_form.Read() is not { } registration)
        {
            _form.Refuse(_form.JudgePerson());
            return;
        }

        _sending = true;
        try
        {
            switch (await Desk.InviteAsync(await ActorAsync(), registration, CancellationToken.None))
            {
                case UserOutcome.Done done:
                    _form.Saved();
                    Message.Leave(Invitations.AreSent ? Text["InvitedByMail", registration.DisplayName] : Text["Invited", registration.DisplayName]);
                    Navigation.NavigateTo(UserListAddress.Of(done.UserId));
                    break;
                case UserOutcome.Invalid invalid:
                    _form.Refuse(invalid.Findings);
                    break;
                default:
                    _problem = Text["NothingSaved"];
                    break;
            }
        }
        finally
        {
            _sending = false;
        }
    }
}
