using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>Where issued letters are kept. Letters of a report that is not the actor's do not exist here.</summary>
public interface IIssuedLetterStore
{
    /// <summary>What was issued for a report, newest first, without what stands in it.</summary>
    Task<IReadOnlyList<IssuedLetterRow>> ListAsync(Actor actor, int reportId, CancellationToken cancellationToken);

    /// <summary>When each letter of these reports was last issued, by its <see cref="DueLetter.Key"/>, UTC.</summary>
    Task<IReadOnlyDictionary<string, DateTime>> KeysAsync(Actor actor, IReadOnlyCollection<int> reportIds, CancellationToken cancellationToken);

    /// <summary>Writes what one command issued, and tells it in the history of each report, in one commit.</summary>
    /// <returns>False when the command was carried out before.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<bool> AddAsync(Actor actor, IReadOnlyList<IssuedLetter> letters, DateTime now, CancellationToken cancellationToken);

    /// <summary>What one command issued, if it was about this report among others; only the parts that are about the actor's reports. In the order of issue.</summary>
    Task<IReadOnlyList<IssuedText>> FindAsync(Actor actor, int reportId, Guid issueKey, CancellationToken cancellationToken);

    /// <summary>For a school: whether the agency has issued its measures for a case of theirs, and then the newest letter to the class, if there is one.</summary>
    Task<(bool IsOut, IssuedText? Letter)> FindMeasureAsync(Actor actor, int caseId, CancellationToken cancellationToken);

    /// <summary>The other reports of the same class that arrived not more than so many days before or after, oldest first.</summary>
    Task<ClassReports> SameClassAsync(Actor actor, int reportId, CancellationToken cancellationToken);
}

/// <summary>The other reports of a class.</summary>
/// <param name="Days">See <see cref="LetterSheet.ClassDays"/>; 0 for a report that the actor does not have.</param>
public sealed record ClassReports(IReadOnlyList<int> Ids, int Days);

/// <summary>A line of what was issued.</summary>
/// <param name="At">UTC.</param>
public sealed record IssuedLetterRow(Guid IssueKey, LetterKind Kind, string Language, int TemplateVersion, int Count, string ByName, DateTime At);

/// <summary>An issued letter with the text that it was issued with.</summary>
public sealed record IssuedText(IssuedLetter Letter, LetterTemplate Template)
{
    /// <summary>One page for each person.</summary>
    public IReadOnlyList<LetterPage> Pages => [.. Letter.Values.Select(values => LetterPage.Of(Template, values))];
}
