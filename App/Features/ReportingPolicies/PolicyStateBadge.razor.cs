using CovidSchoolReporting.App.Components;
using CovidSchoolReporting.Domain.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.ReportingPolicies;

/// <summary>Where a policy stands, in a word, a drawing and a colour.</summary>
public partial class PolicyStateBadge
{
    [Inject]
    public required IStringLocalizer<PolicyTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public PolicyState State { get; set; }

    private string Look => State switch
    {
        PolicyState.InForce => "badge-success",
        PolicyState.Planned => "badge-info",
        PolicyState.Draft => "badge-warning",
        _ => "badge-neutral",
    };

    private IconName Drawing => State switch
    {
        PolicyState.InForce => IconName.Success,
        PolicyState.Planned => IconName.Calendar,
        PolicyState.Draft => IconName.Edit,
        _ => IconName.Lock,
    };
}
