using CovidSchoolReporting.Domain.Guide;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Guide;

/// <summary>
/// Rows of the decision table, to be read: the very rows that the guide walks, so that page and guide cannot disagree.
/// </summary>
public partial class GuideTableView
{
    [Inject]
    public required IStringLocalizer<GuideScreenTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<GuideRow> Rows { get; set; } = [];

    /// <summary>For rows about several kinds of case.</summary>
    [Parameter]
    public bool WithCase { get; set; }

    /// <summary>The rows in which a positive pupil is answered for by a sentence of the manual.</summary>
    public static IReadOnlyList<GuideRow> OfPupil { get; } =
        [.. CloseContactGuide.Table.Where(row => row.Rule != GuideRule.NotCovered && IsAboutPupil(row))];

    public static IReadOnlyList<GuideRow> OfTeacher { get; } =
        [.. CloseContactGuide.Table.Where(row => row.Rule != GuideRule.NotCovered && !IsAboutPupil(row))];

    /// <summary>The rows about which the manual is silent.</summary>
    public static IReadOnlyList<GuideRow> Silent { get; } =
        [.. CloseContactGuide.Table.Where(row => row.Rule == GuideRule.NotCovered)];

    private static bool IsAboutPupil(GuideRow row) => row.Accepted(GuideQuestion.Case)!.Contains(GuideAnswer.Pupil);

    private static IEnumerable<GuideCondition> ConditionsOf(GuideRow row) => row.Conditions.Where(condition =>
        condition.Question is not (GuideQuestion.Case or GuideQuestion.Person or GuideQuestion.School));

    private static string AnswerClass(GuideVerdict verdict) => verdict switch
    {
        GuideVerdict.Close => "answer answer-close",
        GuideVerdict.NotClose => "answer answer-not",
        _ => "answer answer-ask",
    };

    private string Facts(GuideRow row, GuideQuestion question) =>
        row.Accepted(question) is { } accepted
            ? string.Join("; ", accepted.Select(answer => GuideTexts.Fact(question, answer)))
            : Text["Anybody"];
}
