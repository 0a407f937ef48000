using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Which case the contacts on the screen belong to.</summary>
public partial class CaseHeader
{
    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseRow Row { get; set; } = null!;
}
