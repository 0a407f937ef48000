using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Registry;

/// <summary>Registro: who was shown what, and who did what. Ids and days are in the address; the person who is searched for is not.</summary>
public partial class RegistryPage
{
    [Inject]
    public required IStringLocalizer<RegistryTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [CascadingParameter(Name = MainLayout.AddressName)]
    public string Address { get; set; } = "";
}
