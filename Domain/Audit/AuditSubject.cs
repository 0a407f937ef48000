namespace CovidSchoolReporting.Domain.Audit;

/// <summary>One of the cases that an entry about many was about. It too can only be added.</summary>
public sealed class AuditSubject
{
    private AuditSubject()
    {
    }

    public long Id { get; private set; }

    public long EntryId { get; private set; }

    public int CaseId { get; private init; }

    internal static AuditSubject Of(int caseId) => new() { CaseId = caseId };
}
