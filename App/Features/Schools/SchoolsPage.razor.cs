using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>Istituti: which schools report through the portal.</summary>
public partial class SchoolsPage
{
    [Inject]
    public required IStringLocalizer<SchoolTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [CascadingParameter(Name = MainLayout.AddressName)]
    public string Address { get; set; } = "";
}
