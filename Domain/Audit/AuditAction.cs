namespace CovidSchoolReporting.Domain.Audit;

/// <summary>What was done. Stored by name, so names do not change.</summary>
public enum AuditAction
{
    /// <summary>People were loaded into the roster of an institute.</summary>
    RosterLoaded,

    /// <summary>People of an earlier list were removed because another list of their class was loaded.</summary>
    RosterReplaced,

    /// <summary>One class of a roster was removed.</summary>
    RosterClassRemoved,

    /// <summary>The whole roster of an institute was removed.</summary>
    RosterRemoved,

    /// <summary>The school year ended, and the portal removed the roster by itself.</summary>
    RosterExpired,

    /// <summary>Another system of the agency read reports or contacts over the HTTP API.</summary>
    ApiRead,

    /// <summary>Cases or contacts left the portal as a file; its subjects say which.</summary>
    ListExported,

    /// <summary>People of the roster were shown.</summary>
    RosterRead,

    /// <summary>Cases were shown in a list of the school; its subjects say which.</summary>
    CasesListed,

    /// <summary>A case was shown with its contacts.</summary>
    CaseRead,

    /// <summary>A case was begun.</summary>
    CaseOpened,

    /// <summary>The fields of a case were amended.</summary>
    CaseAmended,

    /// <summary>Contacts were added to a case.</summary>
    ContactsAdded,

    ContactAmended,

    ContactRemoved,

    ContactRestored,

    /// <summary>A case was closed and sent to the agency.</summary>
    CaseClosed,

    /// <summary>Reports were shown in a list of the agency; its subjects say which.</summary>
    ReportsListed,

    /// <summary>A report was shown to the agency with its contacts.</summary>
    ReportRead,

    /// <summary>The agency did something with a report: what, the report's own history says.</summary>
    ReportChanged,

    /// <summary>What the agency holds of a contact was decided, or decided anew.</summary>
    ContactDecided,

    /// <summary>Two reports were linked as being about one person, told apart, or left open again.</summary>
    PairJudged,

    /// <summary>Letters about people were issued.</summary>
    LetterMade,

    /// <summary>Letters that had been issued were had again.</summary>
    LetterRead,

    /// <summary>What a school added to a closed case was shown.</summary>
    SupplementsRead,

    /// <summary>A school added to a closed case.</summary>
    SupplementSent,

    /// <summary>The agency accepted or refused what a school added, or the school took it back.</summary>
    SupplementJudged,

    /// <summary>Messages between the agency and the school about a case were shown.</summary>
    ThreadRead,

    /// <summary>Somebody wrote in the thread of a case.</summary>
    ThreadWritten,

    UserInvited,

    /// <summary>Name, role, institute or territories of a user were changed.</summary>
    UserAmended,

    UserDisabled,

    UserEnabled,

    /// <summary>A user was given a new password for the portal's own provider.</summary>
    UserPasswordSet,

    /// <summary>An institute or a plesso was added or put right.</summary>
    SchoolSaved,

    /// <summary>A plesso was closed or opened again.</summary>
    SiteClosed,

    /// <summary>A removal of old cases was announced.</summary>
    RemovalAnnounced,

    /// <summary>An announced removal was called off.</summary>
    RemovalCalledOff,

    /// <summary>Cases were removed with everything about their people, because they had been concluded long enough ago.</summary>
    CasesRemoved,

    /// <summary>The audit was searched for a person.</summary>
    AuditSearched,

    /// <summary>The audit was read.</summary>
    AuditRead,
}
