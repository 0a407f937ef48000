using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Conversations;

/// <summary>Messaggi con ATS, about one closed case of one's own.</summary>
public partial class MessagesPage
{
    private CaseRow? _row;

    [Inject]
    public required ICaseQueries Cases { get; init; }

    [Inject]
    public required IStringLocalizer<ConversationTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_row?.Id != CaseId)
        {
            await ReadAsync();
        }
    }

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        _row = await Cases.FindRowAsync(await ActorAsync(), CaseId, Gone);
        if (_row is not { Status: CaseStatus.Closed })
        {
            _row = null; // What the agency has not got yet is nothing to write about.
            Navigation.NotFound();
        }
    }
}
