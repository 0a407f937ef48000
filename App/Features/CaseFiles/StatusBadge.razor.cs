using CovidSchoolReporting.Domain.Decisions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>The status of a contact by word, colour and drawing.</summary>
public partial class StatusBadge
{
    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    /// <summary>Null: «da decidere».</summary>
    [Parameter, EditorRequired]
    public ContactStatus? Status { get; set; }
}
