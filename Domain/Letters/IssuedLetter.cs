using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>
/// Letters of one kind and language that were issued for a report: with the version of the text and the values that were put into it, so that the same
/// letter can be had again although text, rules or decisions change. It never changes.
/// </summary>
public sealed class IssuedLetter
{
    private IssuedLetter()
    {
    }

    public int Id { get; private set; }

    /// <summary>Names the command that issued it, and with it everything that went into the same file.</summary>
    public Guid IssueKey { get; private init; }

    public int ReportId { get; private init; }

    public LetterKind Kind { get; private init; }

    public string Language { get; private init; } = "";

    public int TemplateVersion { get; private init; }

    /// <summary>How many letters: one for each person.</summary>
    public int Count { get; private init; }

    public int IssuedBy { get; private init; }

    /// <summary>The operator's name as it was then, shown to colleagues.</summary>
    public string IssuedByName { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTime IssuedAt { get; private init; }

    /// <summary>Which letters it answers: the <see cref="DueLetter.Key"/> of each, and of those that it covers.</summary>
    public IReadOnlyList<string> Keys { get; private init; } = [];

    /// <summary>The values of each letter, in their order in the file.</summary>
    public IReadOnlyList<IReadOnlyDictionary<LetterField, string>> Values { get; private init; } = [];

    public static IssuedLetter Issue(
        Guid issueKey, int reportId, LetterTemplate template, IReadOnlyList<DueLetter> letters, Actor by, DateTime now) => new()
        {
            IssueKey = issueKey,
            ReportId = reportId,
            Kind = template.Kind,
            Language = template.Language,
            TemplateVersion = template.Version,
            Count = letters.Count,
            IssuedBy = by.UserId,
            IssuedByName = by.DisplayName,
            IssuedAt = now,
            Keys = [.. letters.SelectMany(letter => letter.Covers.Prepend(letter.Key))],
            Values = [.. letters.Select(letter => letter.Values)],
        };
}
