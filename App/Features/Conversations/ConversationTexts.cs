namespace CovidSchoolReporting.App.Features.Conversations;

/// <summary>Names the texts of the messages between agency and school.</summary>
public sealed class ConversationTexts;
