using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>The screen of one case.</summary>
public partial class CasePage
{
    [Inject]
    public required IStringLocalizer<CaseTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required SearchMemory<CaseListRequest> Memory { get; init; }

    [Parameter]
    public int? CaseId { get; set; }

    private CaseStart? Start => CaseId is null ? CaseStart.Read(Navigation.Uri) : null;

    /// <summary>Which draft to go on with; null for the usual one.</summary>
    [SupplyParameterFromQuery(Name = DraftAddress.Mark)]
    public string? Draft { get; set; }

    private string Title => CaseId is { } id ? Text["CaseTitle", id] : Text["NewCaseTitle"];

    private void ReturnToList(SaveOutcome.Saved saved)
    {
        if (CaseId is null)
        {
            Memory.Searched = ""; // The new case is the first of the whole list.
        }

        Message.Leave(CaseId is null ? Text["SavedNew", saved.Id] : Text["SavedAmended", saved.Id]);
        Navigation.NavigateTo("/casi");
    }
}
