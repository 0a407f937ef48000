using System.Text;
using System.Text.RegularExpressions;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>
/// The text of a template. An empty line parts paragraphs, a line that begins with «- » is an item of a list, and a field stands in
/// braces. A paragraph, or an item, with a field that has no value is left out: so one template serves rules with and without a test.
/// </summary>
public static partial class LetterBody
{
    public const int MaxLength = 6000;

    /// <summary>What is wrong with the text: an unknown field, a brace without its fellow or one too many, a character that cannot be printed.</summary>
    public static IEnumerable<LetterBodyFault> Faults(LetterKind kind, string body)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (Match mark in Mark().Matches(lines[i]))
            {
                if (!mark.Groups["field"].Success)
                {
                    yield return new LetterBodyFault(LetterBodyFaultKind.Brace, i + 1, mark.Value);
                }
                else if (LetterFields.Find(kind, mark.Groups["field"].Value) is null)
                {
                    yield return new LetterBodyFault(LetterBodyFaultKind.UnknownField, i + 1, mark.Value);
                }
            }

            if (PrintedLetters.FirstUnprintable(lines[i]) is { } letter)
            {
                yield return new LetterBodyFault(LetterBodyFaultKind.Unprintable, i + 1, letter.ToString());
            }
        }
    }

    /// <summary>The paragraphs of one letter.</summary>
    public static IReadOnlyList<LetterParagraph> Fill(LetterKind kind, string body, IReadOnlyDictionary<LetterField, string> values)
    {
        List<LetterParagraph> paragraphs = [];
        foreach (var block in BlankLines().Split(body.ReplaceLineEndings("\n").Trim()))
        {
            var lines = new StringBuilder();
            foreach (var line in block.Split('\n'))
            {
                if (line.StartsWith("- ", StringComparison.Ordinal))
                {
                    Add(lines.ToString(), isItem: false);
                    lines.Clear();
                    Add(line[2..], isItem: true);
                }
                else
                {
                    lines.Append(lines.Length > 0 ? "\n" : "").Append(line);
                }
            }

            Add(lines.ToString(), isItem: false);
        }

        return paragraphs;

        void Add(string text, bool isItem)
        {
            if (!string.IsNullOrWhiteSpace(text) && Filled(text) is { } filled)
            {
                paragraphs.Add(new LetterParagraph(filled, isItem));
            }
        }

        string? Filled(string text)
        {
            var isWhole = true;
            var filled = Mark().Replace(text, mark =>
            {
                var field = mark.Groups["field"].Success ? LetterFields.Find(kind, mark.Groups["field"].Value) : null;
                var value = field is { } known ? values.GetValueOrDefault(known) : null;
                isWhole &= !string.IsNullOrEmpty(value);
                return value ?? "";
            });
            return isWhole ? filled.Trim() : null;
        }
    }

    /// <summary>A field in its braces, one that has two of them on each side, or a brace that stands alone.</summary>
    [GeneratedRegex(@"\{\{[^{}\n]*\}\}|\{(?<field>[^{}\n]*)\}|[{}]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\n[ \t]*\n\s*")]
    private static partial Regex BlankLines();
}

/// <summary>A paragraph of a letter; its lines are kept apart.</summary>
/// <param name="IsItem">It is an item of a list.</param>
public sealed record LetterParagraph(string Text, bool IsItem = false);

public enum LetterBodyFaultKind
{
    UnknownField,
    Brace,
    Unprintable,
}

/// <summary>A fault in the text of a template.</summary>
/// <param name="Line">Counted from 1, as people count.</param>
/// <param name="What">The field, brace or letter as it was typed.</param>
public sealed record LetterBodyFault(LetterBodyFaultKind Kind, int Line, string What);
