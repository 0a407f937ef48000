using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Conversations;

/// <summary>
/// What agency and school have written to each other about a case, and the field to write in. Both sides use it; each sees only the
/// conversations that are its own. Whoever has it on the screen has read it.
/// </summary>
public partial class ConversationView
{
    private ConversationSheet? _sheet;
    private bool _isRead;

    [Inject]
    public required IConversationQueries Queries { get; init; }

    [Inject]
    public required ConversationDesk Desk { get; init; }

    [Inject]
    public required IStringLocalizer<ConversationTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    private bool IsSchool => LastActor?.IsSchool == true;

    /// <summary>What this side wrote last: a draft that says the same was sent, and its answer was lost.</summary>
    private string? LastWritten => _sheet!.Messages.LastOrDefault(m => m.Side == LastActor?.SideOf())?.Text;

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        var actor = await ActorAsync();
        _sheet = await Queries.FindAsync(actor, CaseId, Gone);
        _isRead = true;
        if (RendererInfo.IsInteractive && _sheet?.Messages.LastOrDefault(m => m.Side != actor.SideOf() && !m.IsRead) is { } unread)
        {
            try
            {
                await Desk.MarkReadAsync(actor, CaseId, unread.Number, CancellationToken.None);
            }
            catch (StoreUnavailableException)
            {
                // It was read all the same; the mark is set the next time.
            }
        }
    }
}
