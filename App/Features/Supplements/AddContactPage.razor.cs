using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Supplements;

/// <summary>The screen on which a contact is added to a closed case.</summary>
public partial class AddContactPage
{
    [Inject]
    public required IStringLocalizer<SupplementTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    /// <summary>Which draft to go on with; null for the usual one.</summary>
    [SupplyParameterFromQuery(Name = DraftAddress.Mark)]
    public string? Draft { get; set; }
}
