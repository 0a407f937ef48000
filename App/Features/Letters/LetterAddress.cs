using CovidSchoolReporting.Domain.Letters;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>The addresses of letters and their texts.</summary>
public static class LetterAddress
{
    public const string Templates = "/ats/lettere";

    /// <summary>The word of a kind in an address: /ats/lettere/quarantena/it.</summary>
    public static string WordOf(LetterKind kind) => kind switch
    {
        LetterKind.ClassMeasure => "classe",
        LetterKind.ContactQuarantine => "quarantena",
        _ => "fine-isolamento",
    };

    /// <summary>The kind of a word; null when it is none.</summary>
    public static LetterKind? KindOf(string word)
    {
        foreach (var kind in Enum.GetValues<LetterKind>())
        {
            if (WordOf(kind) == word)
            {
                return kind;
            }
        }

        return null;
    }

    public static string OfTemplate(LetterKind kind, string language) => $"{Templates}/{WordOf(kind)}/{language}";

    /// <summary>The saved text with invented values, as PDF.</summary>
    public static string OfTrial(LetterKind kind, string language) => $"{OfTemplate(kind, language)}/prova.pdf";

    /// <summary>The letters of a report.</summary>
    public static string OfReport(int reportId) => $"/ats/casi/{reportId}/lettere";

    /// <summary>What one command issued, as one PDF.</summary>
    public static string OfIssue(int reportId, Guid issueKey) => $"{OfReport(reportId)}/{issueKey}.pdf";

    /// <summary>What a school may have of the agency's measure for its case.</summary>
    public static string OfMeasure(int caseId) => $"/casi/{caseId}/provvedimento.pdf";
}
