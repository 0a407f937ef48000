using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>What became of a command on a template.</summary>
public abstract record LetterTemplateOutcome
{
    private LetterTemplateOutcome()
    {
    }

    /// <summary>It is in the database, by this command or by the same one before.</summary>
    public sealed record Done(LetterTemplate Template) : LetterTemplateOutcome;

    /// <summary>Errors block; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Finding> Findings) : LetterTemplateOutcome;

    /// <summary>Somebody changed it meanwhile; nothing was written.</summary>
    /// <param name="Version">The newer one's: a draft that takes it may be saved over it.</param>
    public sealed record Stale(int Version) : LetterTemplateOutcome;

    /// <summary>There is no such template for this user.</summary>
    public sealed record NotFound : LetterTemplateOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : LetterTemplateOutcome;
}
