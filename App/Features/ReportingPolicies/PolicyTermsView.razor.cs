using System.Globalization;
using CovidSchoolReporting.App.Components.Measures;
using CovidSchoolReporting.Domain.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.ReportingPolicies;

/// <summary>The values of a policy, to be read.</summary>
public partial class PolicyTermsView
{
    [Inject]
    public required IStringLocalizer<PolicyTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<MeasureTexts> Measure { get; init; }

    [Parameter, EditorRequired]
    public ReportingPolicy Policy { get; set; } = null!;

    private string Count(int? days) => days?.ToString(CultureInfo.InvariantCulture) ?? Text["None"];
}
