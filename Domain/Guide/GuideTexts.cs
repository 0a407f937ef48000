using System.Globalization;
using System.Resources;

namespace CovidSchoolReporting.Domain.Guide;

/// <summary>The sentences of the guide, in Italian and English, beside the table that they put into words.</summary>
public static class GuideTexts
{
    private static readonly ResourceManager Sentences = new(typeof(GuideTexts));

    /// <summary>A question, as it is put to the referent.</summary>
    public static string Of(GuideQuestion question) => Say($"Question_{question}");

    /// <summary>An answer, as it is offered.</summary>
    public static string Of(GuideAnswer answer) => Say($"Answer_{answer}");

    /// <summary>Question and answer in a few words: «mascherina sempre indossata».</summary>
    public static string Fact(GuideQuestion question, GuideAnswer answer) => question switch
    {
        GuideQuestion.Case or GuideQuestion.Person or GuideQuestion.School or GuideQuestion.Occasion => Of(answer),
        _ => Say($"Fact_{question}_{answer}"),
    };

    /// <summary>The name of what a question is about: «Persona esposta».</summary>
    public static string Topic(GuideQuestion question) => Say($"Topic_{question}");

    public static string Of(GuideVerdict verdict) => Say($"Verdict_{verdict}");

    public static string Of(GuideReason reason) => Say($"Reason_{reason}");

    /// <summary>The sentence of the rule.</summary>
    public static string Of(GuideRule rule) => Say($"Rule_{rule}");

    /// <summary>The heading of the manual under which the rule stands.</summary>
    public static string SourceOf(GuideRule rule) => Say(rule switch
    {
        GuideRule.PupilsOfTeacher or GuideRule.Colleagues => "Source_PositiveTeacher",
        GuideRule.NotCovered => "Source_Silent",
        _ => "Source_PositivePupil",
    });

    private static string Say(string key) => Sentences.GetString(key, CultureInfo.CurrentUICulture)
        ?? throw new ArgumentOutOfRangeException(nameof(key), key, "The guide has no such sentence.");
}
