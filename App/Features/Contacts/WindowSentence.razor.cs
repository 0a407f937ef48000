using CovidSchoolReporting.Domain.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Says whom to list: those met in the days of the contact window.</summary>
public partial class WindowSentence
{
    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    [Parameter, EditorRequired]
    public CaseMeasures Measures { get; set; } = null!;

    /// <summary>Then closing without contacts is not offered.</summary>
    [Parameter]
    public bool HasContacts { get; set; }
}
