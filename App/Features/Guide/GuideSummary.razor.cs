using CovidSchoolReporting.Domain.Delivery;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Guide;

/// <summary>A walk through the guide as it was kept with a contact, to be read.</summary>
public partial class GuideSummary
{
    [Inject]
    public required IStringLocalizer<GuideScreenTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ReportedAppraisal Appraisal { get; set; } = null!;
}
