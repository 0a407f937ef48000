namespace CovidSchoolReporting.Domain.Letters;

/// <summary>A template as it is typed.</summary>
public sealed class LetterTemplateDraft
{
    public LetterKind Kind { get; set; }

    public string Language { get; set; } = LetterLanguages.Italian;

    /// <summary>The version that was read; 0 for a language that has none yet.</summary>
    public int Version { get; set; }

    public string Title { get; set; } = "";

    public string Body { get; set; } = "";

    /// <summary>What would be saved: no blanks at the ends, line feeds only.</summary>
    public LetterWording Wording => new(Title.Trim(), Body.ReplaceLineEndings("\n").Trim());

    public static LetterTemplateDraft Of(LetterTemplate template) => new()
    {
        Kind = template.Kind,
        Language = template.Language,
        Version = template.Version,
        Title = template.Title,
        Body = template.Body,
    };
}
