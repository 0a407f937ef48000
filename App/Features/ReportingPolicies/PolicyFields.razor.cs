using CovidSchoolReporting.App.Components.Measures;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.ReportingPolicies;

/// <summary>The fields of a policy.</summary>
public partial class PolicyFields
{
    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required IStringLocalizer<PolicyTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<MeasureTexts> Measure { get; init; }

    [CascadingParameter]
    public PolicyForm Form { get; set; } = null!;

    private PolicyDraft Draft => Form.Draft;

    private void Type(Action write)
    {
        write();
        Form.Typed();
    }
}
