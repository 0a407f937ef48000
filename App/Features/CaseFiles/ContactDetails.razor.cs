using CovidSchoolReporting.Domain.Delivery;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>All that the school sent about a contact.</summary>
public partial class ContactDetails
{
    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ReportedContact Contact { get; set; } = null!;
}
