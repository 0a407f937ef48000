namespace CovidSchoolReporting.Domain.Audit;

/// <summary>A kind of thing that the audit names by its id. Stored by name, so names do not change.</summary>
public enum AuditKind
{
    /// <summary>A class of a roster.</summary>
    RosterClass,

    /// <summary>A report that the agency received.</summary>
    ReceivedReport,
}

/// <summary>Which record an entry is about: never what is in it.</summary>
public sealed record AuditRecord(AuditKind Kind, int Id);
