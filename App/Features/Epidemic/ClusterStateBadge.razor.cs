using CovidSchoolReporting.App.Components;
using CovidSchoolReporting.Domain.Epidemic;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>Where a cluster stands, by colour, word and drawing, and who said so.</summary>
public partial class ClusterStateBadge
{
    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ClusterRow Row { get; set; } = null!;

    private string Colour => Row.State switch
    {
        ClusterState.Open => "badge-danger",
        ClusterState.Watched => "badge-warning",
        _ => "badge-neutral",
    };

    private IconName Mark => Row.State switch
    {
        ClusterState.Open => IconName.Warning,
        ClusterState.Watched => IconName.View,
        _ => IconName.Success,
    };
}
