using System.Globalization;
using System.Resources;

namespace CovidSchoolReporting.Domain.Rules;

/// <summary>The sentences of the rules, in Italian and English, beside the rules that say them.</summary>
public static class RuleTexts
{
    private static readonly ResourceManager Sentences = new(typeof(RuleTexts));

    /// <summary>The sentence of a rule in the language of the screen.</summary>
    /// <param name="code">A constant of <see cref="RuleCodes"/>.</param>
    /// <param name="values">What fills the places {0}, {1}… of the sentence.</param>
    public static string Say(string code, params object?[] values)
    {
        var sentence = Sentences.GetString(code, CultureInfo.CurrentUICulture)
            ?? throw new ArgumentOutOfRangeException(nameof(code), code, "No sentence for this rule.");
        return string.Format(CultureInfo.CurrentCulture, sentence, values);
    }
}
