using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>One row of the contacts.</summary>
public partial class ContactRow
{
    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    [Parameter, EditorRequired]
    public ContactSheet Contact { get; set; } = null!;

    [Parameter, EditorRequired]
    public bool IsClosed { get; set; }
}
