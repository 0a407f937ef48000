using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>
/// One version of the text of a kind of letter in a language. A version never changes: amending the text writes the next one, and a letter
/// that was issued stays under the version that it was issued with.
/// </summary>
public sealed class LetterTemplate
{
    public const int TitleMaxLength = 120;

    private LetterTemplate()
    {
    }

    public int Id { get; private set; }

    public LetterKind Kind { get; private init; }

    /// <summary>One of <see cref="LetterLanguages"/>.</summary>
    public string Language { get; private init; } = "";

    /// <summary>Counts the versions of this kind and language from 1.</summary>
    public int Version { get; private init; }

    public string Title { get; private init; } = "";

    public string Body { get; private init; } = "";

    /// <summary>False when the administrator took the language out of use with this version.</summary>
    public bool IsInUse { get; private init; }

    /// <summary>UTC; null for what the portal brought.</summary>
    public DateTime? SavedAt { get; private init; }

    /// <summary>The administrator's name as it was then; null for what the portal brought.</summary>
    public string? SavedByName { get; private init; }

    /// <summary>What the portal brings.</summary>
    public static LetterTemplate Brought(StandardLetter standard) => new()
    {
        Kind = standard.Kind,
        Language = standard.Language,
        Version = 1,
        Title = standard.Title,
        Body = standard.Body,
        IsInUse = true,
    };

    /// <summary>The next version of a text, or the first of a language.</summary>
    public static LetterTemplate Write(
        LetterKind kind, string language, int version, LetterWording wording, Actor by, DateTime now, bool isInUse = true) => new()
        {
            Kind = kind,
            Language = LetterLanguages.All.Contains(language) ? language : throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of letters."),
            Version = version,
            Title = wording.Title,
            Body = wording.Body,
            IsInUse = isInUse,
            SavedAt = now,
            SavedByName = by.DisplayName,
        };

    public LetterWording Wording => new(Title, Body);
}

/// <summary>What a template says.</summary>
public sealed record LetterWording(string Title, string Body);
