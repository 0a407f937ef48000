namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>The configured database cannot be worked with. The message is a sentence in English for whoever starts the portal.</summary>
public sealed class DatabaseUnusableException(string path, string reason, Exception cause)
    : Exception($"Database:Path is '{path}': {reason}.", cause);
