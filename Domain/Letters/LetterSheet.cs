using CovidSchoolReporting.Domain.Agency;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>The letters of a report.</summary>
/// <param name="Due">What the report itself calls for.</param>
/// <param name="Undecided">Contacts of the report about whom nothing is decided: of them no letter speaks yet.</param>
/// <param name="OfTheClass">What the other reports of its class call for.</param>
/// <param name="Languages">In which a text of some kind is in use, Italian first.</param>
public sealed record LetterSheet(
    ReportRow Row, IReadOnlyList<DueLetter> Due, int Undecided, IReadOnlyList<DueLetter> OfTheClass, IReadOnlyList<string> Languages,
    IReadOnlyList<IssuedLetterRow> Issued)
{
    /// <summary>When a letter was last issued, by its <see cref="DueLetter.Key"/>, UTC; of the report and of the others of its class.</summary>
    public required IReadOnlyDictionary<string, DateTime> IssuedAt { get; init; }

    /// <summary>How far apart, in days, reports of the class may be and still be dealt with together: see <see cref="Policies.PolicyTimeline.ClassDaysOn"/>.</summary>
    public required int ClassDays { get; init; }
}

/// <summary>What a school learns of the agency's measure for its case.</summary>
/// <param name="Pages">The letter to the class; none when none was issued.</param>
public sealed record SchoolMeasure(IReadOnlyList<LetterPage> Pages);

/// <summary>Letters to issue as one file.</summary>
/// <param name="Key">Given by who asks, so that asking twice issues once.</param>
/// <param name="Letters">The keys of the chosen letters, of the report or of others of its class.</param>
/// <param name="Languages">Each person gets a letter in each of these that has a text of the kind; Italian where none has.</param>
public sealed record IssueRequest(int ReportId, Guid Key, IReadOnlySet<string> Letters, IReadOnlyList<string> Languages);

/// <summary>What became of issuing letters.</summary>
public abstract record IssueOutcome
{
    private IssueOutcome()
    {
    }

    /// <summary>They are in the database, by this command or by the same one before.</summary>
    /// <param name="Count">Letters in the file.</param>
    public sealed record Issued(Guid Key, int Count) : IssueOutcome;

    /// <summary>No letter was chosen.</summary>
    public sealed record NothingChosen : IssueOutcome;

    /// <summary>A chosen letter is not due any more, or its dates changed meanwhile; nothing was written.</summary>
    public sealed record Changed : IssueOutcome;

    /// <summary>The person's name in these of the chosen letters has characters that the letters' font lacks; nothing was written, and without them the others can be issued.</summary>
    public sealed record Unprintable(IReadOnlyList<DueLetter> Letters) : IssueOutcome;

    /// <summary>There is no such report for this user.</summary>
    public sealed record NotFound : IssueOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : IssueOutcome;
}
