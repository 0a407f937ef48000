using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Conversations;

/// <summary>Who speaks and who reads: every user of one side is the same to the other.</summary>
public enum ConversationSide
{
    /// <summary>The operators of the report's territory.</summary>
    Agency,

    /// <summary>The users of the institute that sent the case.</summary>
    School,
}

public static class ConversationSides
{
    /// <returns>Null for whoever takes no part in conversations.</returns>
    public static ConversationSide? SideOf(this Actor actor) =>
        actor.IsSchool ? ConversationSide.School : actor.IsAgencyOperator ? ConversationSide.Agency : null;
}
