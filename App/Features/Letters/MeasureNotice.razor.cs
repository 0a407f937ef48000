using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>Tells a school, on its closed case, that the agency has issued its measure, and gives the letter to the class if there is one.</summary>
public partial class MeasureNotice
{
    private SchoolMeasure? _measure;

    [Inject]
    public required LetterIssuing Letters { get; init; }

    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync() => _measure = await Letters.MeasureAsync(await ActorAsync(), CaseId, Gone);
}
