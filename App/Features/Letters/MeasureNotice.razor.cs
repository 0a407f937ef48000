using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>Tells a school, on its closed case, that the agency's measure is there, and gives the letter: the class and the period.</summary>
public partial class MeasureNotice
{
    private bool _isOut;

    [Inject]
    public required LetterIssuing Letters { get; init; }

    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync() => _isOut = await Letters.MeasureAsync(await ActorAsync(), CaseId, Gone) is not null;
}
