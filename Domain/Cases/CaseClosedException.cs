namespace CovidSchoolReporting.Domain.Cases;

/// <summary>Somebody tried to change a case after it was sent. Services look first; this is the last guard.</summary>
public sealed class CaseClosedException(int caseId)
    : InvalidOperationException($"Case {caseId} is closed: nothing of it changes any more.");
