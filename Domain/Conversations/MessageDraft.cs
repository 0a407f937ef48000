using System.Text;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Conversations;

/// <summary>A message as it was typed.</summary>
/// <param name="RequestKey">One for each message that is begun on a screen.</param>
/// <param name="AsksForAnswer">Only the agency asks; what a school says here is left out.</param>
public sealed record MessageDraft(Guid RequestKey, string Text, bool AsksForAnswer = false)
{
    /// <summary>The text as it is stored: without blanks around, with line feeds alone.</summary>
    public string TidyText => Text.ReplaceLineEndings("\n").Trim();

    /// <summary>Why it cannot be sent; nothing when it can.</summary>
    public IReadOnlyList<Finding> Check()
    {
        var text = TidyText;
        return text.Length == 0 ? [Error(RuleCodes.Required)]
            : text.Length > Message.TextMaxLength ? [Error(RuleCodes.TooLong, Message.TextMaxLength)]
            : !text.EnumerateRunes().All(IsAllowed) ? [Error(RuleCodes.ForbiddenCharacters)]
            : [];
    }

    private static Finding Error(string code, params object[] values) =>
        new(nameof(Text), code, FindingWeight.Error, RuleTexts.Say(code, values));

    /// <summary>Everything that people type; not what turns the order of letters around, or does what no letter does.</summary>
    private static bool IsAllowed(Rune rune) =>
        rune.Value is '\n' or '\t'
        || (!Rune.IsControl(rune) && rune.Value is not (>= 0x202A and <= 0x202E) and not (>= 0x2066 and <= 0x2069) and not 0xFFFD);
}
