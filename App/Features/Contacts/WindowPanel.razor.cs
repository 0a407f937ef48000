using CovidSchoolReporting.Domain.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Says whom to list: those met in the days of the contact window, which it draws; and what the rules propose for the case.</summary>
public partial class WindowPanel
{
    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    [Parameter, EditorRequired]
    public CaseMeasures Measures { get; set; } = null!;

    /// <summary>With contacts in it the list counts most: calendar and dates are folded, to be opened at will.</summary>
    [Parameter, EditorRequired]
    public bool HasContacts { get; set; }
}
