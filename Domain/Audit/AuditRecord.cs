namespace CovidSchoolReporting.Domain.Audit;

/// <summary>A kind of thing that the audit names by its id. Stored by name, so names do not change.</summary>
public enum AuditKind
{
    /// <summary>A class of a roster.</summary>
    RosterClass,

    /// <summary>A report that the agency received, in entries from before they named its case.</summary>
    ReceivedReport,

    /// <summary>A case, with its report at the agency: what is about the report names the case, so that one id finds it all.</summary>
    Case,

    /// <summary>A contact of a case.</summary>
    Contact,

    User,

    Institute,
}

/// <summary>Which record an entry is about: never what is in it.</summary>
public sealed record AuditRecord(AuditKind Kind, int Id)
{
    public static AuditRecord Case(int id) => new(AuditKind.Case, id);

    public static AuditRecord Contact(int id) => new(AuditKind.Contact, id);

    public static AuditRecord Institute(int id) => new(AuditKind.Institute, id);

    public static AuditRecord User(int id) => new(AuditKind.User, id);
}
