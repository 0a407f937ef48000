using CovidSchoolReporting.Domain.Conversations;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Conversations;

/// <summary>One message: who, when, and the text as it was typed, line by line and never as markup.</summary>
public partial class MessageItem
{
    [Inject]
    public required IStringLocalizer<ConversationTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public MessageRow Message { get; set; } = null!;

    /// <summary>A school is looking.</summary>
    [Parameter, EditorRequired]
    public bool IsSchool { get; set; }

    private bool IsMine => IsSchool == Message.Side is ConversationSide.School;
}
