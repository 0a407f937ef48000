using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Users;

/// <summary>One user: who it is, what they may do, and whether they may come in.</summary>
public partial class UserPage
{
    private UserSheet? _sheet;
    private UserForm? _form;
    private UserSheet? _opened;
    private (NoticeKind Kind, string Sentence)? _said;
    private string? _password;
    private bool _asked;
    private bool _sending;

    [Inject]
    public required UserDesk Desk { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<UserTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter]
    public int UserId { get; set; }

    [Inject]
    private ProviderChoice Provider { get; init; } = null!;

    private string Title => _sheet?.Row.DisplayName ?? Text["ListTitle"];

    /// <summary>With another provider its own people give out passwords.</summary>
    private bool HasOwnPasswords => Provider is ProviderChoice.Embedded && _sheet?.Row.State != UserState.Disabled;

    private string StateSentence => _sheet!.Row.State switch
    {
        UserState.Disabled => Text["SaysDisabled", DayText.OfInstant(_sheet.DisabledAt!.Value)],
        UserState.Invited => Text["SaysInvited"],
        _ when _sheet.IsSelf => Text["SaysSelf"],
        _ when _sheet.OpenSessions > 0 => Text["SaysSignedIn"],
        _ => Text["SaysActive"],
    };

    private List<FieldError> Errors =>
    [
        .. _form!.Findings.Select(found => new FieldError(found.Field, Text.Of(found.Fault))),
        .. _form.Attempt > 0 && _form.Role is null ? [new FieldError(nameof(UserRegistration.Role), Text["RoleMissing"])] : Array.Empty<FieldError>(),
    ];

    protected override async Task OnParametersSetAsync()
    {
        if (_sheet?.Row.Id != UserId)
        {
            (_password, _asked, _form) = (null, false, null);
            _said = Message.Take() is { } left ? (NoticeKind.Success, left) : null;
            await ReadAsync();
        }
    }

    // What is typed stays; a colleague's change is noticed at the save.
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private async Task<IReadOnlyList<string>> FindInstitutesAsync(string typed) =>
        [.. (await Desk.InstitutesAsync(await ActorAsync(), typed, Gone)).Select(found => UserForm.InstituteText(found.Code, found.Name))];

    private async Task ReadAsync()
    {
        _sheet = await Desk.FindAsync(await ActorAsync(), UserId, Gone);
        if (_sheet is null)
        {
            Navigation.NotFound();
            return;
        }

        // What is being typed stays. It goes on from what was read now only where that is what it began with.
        if (_form is not { IsDirty: true })
        {
            (_form, _opened) = (UserForm.Of(_sheet.Row), _sheet);
        }
        else if (Words(_sheet.Row) == Words(_opened!.Row))
        {
            _opened = _sheet;
        }
    }

    /// <summary>What can be changed of a user, in words.</summary>
    private string Words(UserRow row) => string.Join(", ",
    [
        row.DisplayName,
        Shared.Of(row.Role),
        .. row.InstituteCode is { } code ? [UserForm.InstituteText(code, row.InstituteName ?? "")] : row.Territories.Order().Select(territory => Shared.Of(territory)),
    ]);

    private Task SaveAsync() => SendAsync("Saved", async () =>
    {
        if (_form!.Read() is { } registration)
        {
            var outcome = await Desk.AmendAsync(await ActorAsync(), UserId, _opened!.Version, registration, CancellationToken.None);
            if (outcome is UserOutcome.Done)
            {
                _form.Saved();
            }

            return outcome;
        }

        return new UserOutcome.Invalid([]);
    });

    private Task DisableAsync() =>
        SendAsync("Disabled", async () => await Desk.DisableAsync(await ActorAsync(), UserId, CancellationToken.None));

    private Task EnableAsync() =>
        SendAsync("Enabled", async () => await Desk.EnableAsync(await ActorAsync(), UserId, CancellationToken.None));

    private Task NewPasswordAsync() =>
        SendAsync("", async () => await Desk.NewPasswordAsync(await ActorAsync(), UserId, Current.SessionId, CancellationToken.None));

    private async Task SendAsync(string done, Func<Task<UserOutcome>> command)
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        try
        {
            await ShowAsync(await command(), done);
        }
        finally
        {
            (_sending, _asked) = (false, false);
        }
    }

    private async Task ShowAsync(UserOutcome outcome, string done)
    {
        (_said, _password) = (null, null);
        switch (outcome)
        {
            case UserOutcome.Done:
                await ReadAsync();
                _said = (NoticeKind.Success, Text[done, Title]);
                break;
            case UserOutcome.PasswordSet set:
                await ReadAsync();
                _password = set.Password;
                break;
            case UserOutcome.Invalid invalid:
                _form!.Refuse(invalid.Findings);
                break;
            case UserOutcome.Refused:
                _said = (NoticeKind.Warning, _sheet!.IsSelf ? Text["RefusedSelf"] : Text["RefusedLast"]);
                break;
            case UserOutcome.Stale:
                await ReadAsync();
                _opened = _sheet; // From now on the administrator knows.
                _said = (NoticeKind.Warning, Text["Stale", Words(_sheet!.Row)]);
                break;
            case UserOutcome.NotFound:
                Navigation.NotFound();
                break;
            default:
                _said = (NoticeKind.Error, Text["NothingSaved"]);
                break;
        }
    }
}
