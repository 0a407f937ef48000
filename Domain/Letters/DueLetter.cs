namespace CovidSchoolReporting.Domain.Letters;

/// <summary>A letter that a report calls for, before it is issued.</summary>
/// <param name="ContactId">The contact it is for; null for the class and for the case.</param>
/// <param name="About">The person or the class, for whoever issues it.</param>
/// <param name="From">First day of the measure.</param>
/// <param name="To">Last day, included; null when no number of days ends it.</param>
public sealed record DueLetter(
    int ReportId, LetterKind Kind, int? ContactId, string About, DateOnly From, DateOnly? To, IReadOnlyDictionary<LetterField, string> Values)
{
    /// <summary>Names the letter in a form, in a command and in what was issued. Its days belong to the name: who chose a letter chose it with them.</summary>
    public string Key => $"{Kind}-{ReportId}-{ContactId}-{From:yyyyMMdd}-{To:yyyyMMdd}-{TestDay:yyyyMMdd}";

    /// <summary>From this day a negative test ends the measure, earlier than the days do or as the only thing that does; null when no test counts.</summary>
    public DateOnly? TestDay { get; init; }

    /// <summary>Who it is for, where several reports name the same person; null for what is one of a kind in each report.</summary>
    public string? PersonKey { get; init; }

    /// <summary>The contact is a case as well: their own isolation counts, and a second period would only confuse the family.</summary>
    public bool IsOfACase { get; init; }

    /// <summary>The keys of letters to the same person that need not be written, because this one tells of the longer measure.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>The person's name has a character that no letter can show. A letter in which only the school's name lacks one can be read all the same.</summary>
    public bool IsUnprintable => new[] { LetterField.Surname, LetterField.Name }
        .Any(asked => Values.TryGetValue(asked, out var name) && PrintedLetters.FirstUnprintable(name) is not null);
}
