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

    /// <summary>A line list of cases or contacts was made as a file.</summary>
    ListExported,
}
