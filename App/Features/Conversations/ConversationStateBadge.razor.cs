using CovidSchoolReporting.Domain.Conversations;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Conversations;

/// <summary>Whether somebody waits, by colour and word, from the side of who looks.</summary>
public partial class ConversationStateBadge
{
    [Inject]
    public required IStringLocalizer<ConversationTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ConversationState State { get; set; }

    [Parameter, EditorRequired]
    public bool IsSchool { get; set; }
}
