namespace CovidSchoolReporting.Domain.Letters;

/// <summary>One letter, filled in and ready to be set.</summary>
/// <param name="Language">ISO 639 code: the PDF names it for whoever has it read aloud.</param>
/// <param name="Reference">What stands at the foot of each sheet: the protocol number.</param>
public sealed record LetterPage(string Language, string Title, string Reference, IReadOnlyList<LetterParagraph> Paragraphs)
{
    /// <summary>A template filled with the values of one person or class.</summary>
    public static LetterPage Of(LetterTemplate template, IReadOnlyDictionary<LetterField, string> values) =>
        Of(template.Kind, template.Language, template.Wording, values);

    /// <summary>A text with invented values: what the administrator looks at.</summary>
    public static LetterPage Invented(LetterTemplateDraft draft) =>
        Of(draft.Kind, draft.Language, draft.Wording, LetterFields.Of(draft.Kind).ToDictionary(field => field, LetterFields.Invented));

    private static LetterPage Of(LetterKind kind, string language, LetterWording wording, IReadOnlyDictionary<LetterField, string> values) =>
        new(language, wording.Title, values.GetValueOrDefault(LetterField.Protocol) ?? "", LetterBody.Fill(kind, wording.Body, values));
}
