using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Users;

/// <summary>Utenti: who may enter the portal. Filters and place are in the address; what was searched for is a name and is not.</summary>
public partial class UsersPage
{
    [Inject]
    public required IStringLocalizer<UserTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [CascadingParameter(Name = MainLayout.AddressName)]
    public string Address { get; set; } = "";
}
