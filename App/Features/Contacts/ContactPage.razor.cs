using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>The screen of one contact.</summary>
public partial class ContactPage
{
    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    /// <summary>Null for a new contact.</summary>
    [Parameter]
    public int? ContactId { get; set; }

    /// <summary>Which draft to go on with; null for the usual one.</summary>
    [SupplyParameterFromQuery(Name = DraftAddress.Mark)]
    public string? Draft { get; set; }

    /// <summary>«elimina» when the contact is about to be deleted.</summary>
    [Parameter]
    public string? Step { get; set; }

    private string Title => (ContactId, Step) switch
    {
        (null, _) => Text["NewTitle"],
        ({ } id, null) => Text["ContactTitle", id],
        ({ } id, _) => Text["DeleteTitle", id],
    };
}
