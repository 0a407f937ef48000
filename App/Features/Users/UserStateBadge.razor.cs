using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Users;

/// <summary>Whether a user can work in the portal now.</summary>
public partial class UserStateBadge
{
    [Inject]
    public required IStringLocalizer<UserTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public UserState State { get; set; }

    private string Look => State switch
    {
        UserState.Active => "badge-success",
        UserState.Invited => "badge-info",
        _ => "badge-danger",
    };
}
