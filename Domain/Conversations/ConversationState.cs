namespace CovidSchoolReporting.Domain.Conversations;

/// <summary>Whether somebody waits. Stored by name, so names do not change.</summary>
public enum ConversationState
{
    /// <summary>No question was asked yet.</summary>
    Quiet,

    /// <summary>A question of the agency waits for the school.</summary>
    Asked,

    /// <summary>The school has written since the last question.</summary>
    Answered,
}
