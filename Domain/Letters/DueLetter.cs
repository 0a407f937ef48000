namespace CovidSchoolReporting.Domain.Letters;

/// <summary>A letter that a report calls for, before it is issued.</summary>
/// <param name="ContactId">The contact it is for; null for the class and for the case.</param>
/// <param name="About">The person or the class, for whoever issues it.</param>
/// <param name="From">First day of the measure.</param>
/// <param name="To">Last day, included; null when no number of days ends it.</param>
public sealed record DueLetter(
    int ReportId, LetterKind Kind, int? ContactId, string About, DateOnly From, DateOnly? To, IReadOnlyDictionary<LetterField, string> Values)
{
    /// <summary>Names the letter in a form and in a command. Its last day belongs to the name: who chose a letter chose it with its dates.</summary>
    public string Key => $"{Kind}-{ReportId}-{ContactId}-{To:yyyyMMdd}";

    /// <summary>Who it is for, where several reports name the same person; null for what is one of a kind in each report.</summary>
    public string? PersonKey { get; init; }
}
