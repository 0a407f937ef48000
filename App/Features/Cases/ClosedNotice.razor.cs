using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>Says that a case was closed, and its protocol number as soon as ATS has answered.</summary>
public partial class ClosedNotice
{
    private CaseRow? _row;

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required IStringLocalizer<CaseTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync() => _row = await Queries.FindRowAsync(await ActorAsync(), CaseId, Gone);
}
