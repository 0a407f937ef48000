using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Epidemic;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>The cases of a cluster: what its drawing shows, in words.</summary>
public partial class ClusterCaseTable
{
    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ClusterCase> Cases { get; set; } = [];
}
