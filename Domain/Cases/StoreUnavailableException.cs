namespace CovidSchoolReporting.Domain.Cases;

/// <summary>The database refuses to be written (full disk, read-only file, unreachable): nothing of the command was saved.</summary>
public sealed class StoreUnavailableException(Exception cause)
    : Exception("The database cannot be written.", cause);
