using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Conversations;

/// <summary>On the screens of a case that the agency has received: whether it has asked something, and the way to the messages.</summary>
public partial class CaseNewsNotice
{
    private ConversationNews? _news;

    [Inject]
    public required IConversationQueries Queries { get; init; }

    [Inject]
    public required IStringLocalizer<ConversationTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    private string Address => $"/casi/{CaseId}/messaggi";

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync() => _news = await Queries.NewsOfAsync(await ActorAsync(), CaseId, Gone);
}
