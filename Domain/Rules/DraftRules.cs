using System.Globalization;
using System.Text;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using FluentValidation;

namespace CovidSchoolReporting.Domain.Rules;

/// <summary>The rules that single fields share, said in the portal's own sentences.</summary>
internal static class DraftRules
{
    public static IRuleBuilderOptions<T, TValue> Says<T, TValue>(
        this IRuleBuilderOptions<T, TValue> rule, string code, params object?[] values) =>
        rule.WithErrorCode(code).WithMessage(_ => RuleTexts.Say(code, values));

    /// <summary>Makes the rule a warning that the user may confirm.</summary>
    public static IRuleBuilderOptions<T, TValue> Warns<T, TValue>(
        this IRuleBuilderOptions<T, TValue> rule, string code, params object?[] values) =>
        rule.Says(code, values).WithSeverity(Severity.Warning);

    public static IRuleBuilderOptions<T, string> IsFilledIn<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).Says(RuleCodes.Required);

    /// <summary>Free text: letters, digits and punctuation of any language, on one line.</summary>
    public static IRuleBuilderOptions<T, string> IsPlainText<T>(this IRuleBuilder<T, string> rule, int maxLength) =>
        rule.Must(text => text.Trim().Length <= maxLength).Says(RuleCodes.TooLong, maxLength)
            .Must(IsPlainText).Says(RuleCodes.ForbiddenCharacters);

    public static bool IsPlainText(string text) => text.EnumerateRunes().All(IsPlain);

    /// <summary>A name of a person: letters of any language, with the marks that names bear (D'Angelò-Müller).</summary>
    public static IRuleBuilderOptions<T, string> IsPersonName<T>(this IRuleBuilder<T, string> rule, int maxLength) =>
        rule.IsPlainText(maxLength)
            .Must(text => text.EnumerateRunes().All(IsOfName) && text.EnumerateRunes().Any(Rune.IsLetter)).Says(RuleCodes.NotAName);

    public static IRuleBuilderOptions<T, string> IsDay<T>(this IRuleBuilder<T, string> rule, Func<DateOnly> today) =>
        rule.Must(text => LenientDate.TryParse(text, today(), out _)).Says(RuleCodes.NotADate);

    public static IRuleBuilderOptions<T, string> IsPhone<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => PhoneNumber.TryParse(text, out _) is not null).Says(RuleCodes.NotAPhone);

    public static IRuleBuilderOptions<T, string> IsEmail<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => EmailAddress.IsValid(text.Trim())).Says(RuleCodes.NotAnEmail);

    public static IRuleBuilderOptions<T, string> IsMunicipality<T>(this IRuleBuilder<T, string> rule, PlaceRegister places) =>
        rule.Must(text => places.Resolve(text) is not null).Says(RuleCodes.NotAMunicipality);

    private static bool IsOfName(Rune rune) =>
        Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
        || rune.Value is ' ' or '\'' or '’' or '`' or '-' or '‐' or '.';

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol
            or UnicodeCategory.EnclosingMark or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        || rune.Value is '°' or '`' or '^';
}
