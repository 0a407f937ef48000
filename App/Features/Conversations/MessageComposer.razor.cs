using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Conversations;

/// <summary>Where a message is written. What is typed is kept as a draft until it is sent, and stays on the screen until it is stored.</summary>
public partial class MessageComposer
{
    /// <summary>Names the message that is being written: sent again after a fault it is the same one.</summary>
    private Guid _key = Guid.CreateVersion7();
    private string _text = "";
    private string? _error;
    private string? _failure;
    private bool _asks = true;
    private bool _sending;
    private bool _sent;

    [Inject]
    public required ConversationDesk Desk { get; init; }

    [Inject]
    public required IStringLocalizer<ConversationTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    /// <summary>A school is writing.</summary>
    [Parameter, EditorRequired]
    public bool IsSchool { get; set; }

    /// <summary>The last message of this side; null before the first.</summary>
    [Parameter]
    public string? LastWritten { get; set; }

    protected override Task OnInitializedAsync() => OpenDraftAsync(DraftKey.Message(CaseId));

    /// <summary>What is being written concerns nobody else.</summary>
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private Task WriteAsync(string text)
    {
        (_text, _error, _sent) = (text, null, false);
        return KeepAsync();
    }

    private async Task SendAsync()
    {
        if (_sending || (_sent && _text.Length == 0))
        {
            return; // A double click: the message is on its way, or has arrived.
        }

        _sending = true;
        try
        {
            // A command that was sent is carried out, even if the writer leaves the screen meanwhile.
            await ShowAsync(
                await Desk.SendAsync(await ActorAsync(), CaseId, new MessageDraft(_key, _text, _asks), CancellationToken.None));
        }
        finally
        {
            _sending = false;
        }
    }

    private async Task ShowAsync(SendOutcome outcome)
    {
        _sent = outcome is SendOutcome.Sent;
        _error = (outcome as SendOutcome.Invalid)?.Findings[0].Message;
        _failure = outcome switch
        {
            SendOutcome.NothingSaved => Text["NothingSaved"].Value,
            SendOutcome.NotFound => Text["SendNotFound"].Value,
            _ => null,
        };
        if (_sent)
        {
            (_key, _text) = (Guid.CreateVersion7(), "");
            await ForgetDraftAsync();
        }
    }
}
