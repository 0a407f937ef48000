using CovidSchoolReporting.Domain.Rules;
using FluentValidation;
using FluentValidation.Results;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>The rules of a template. The page asks them after a field is left and before a preview, the desk before it saves.</summary>
public sealed class LetterTemplateValidator : AbstractValidator<LetterTemplateDraft>
{
    public LetterTemplateValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(d => d.Title)
            .IsFilledIn()
            .IsPlainText(LetterTemplate.TitleMaxLength)
            .Must(text => text.IndexOfAny(['{', '}']) < 0).Says(RuleCodes.LetterTitleField)
            .Must(text => PrintedLetters.FirstUnprintable(text) is null).Says(RuleCodes.ForbiddenCharacters);
        RuleFor(d => d.Body)
            .IsFilledIn()
            .Must(text => text.Trim().Length <= LetterBody.MaxLength).Says(RuleCodes.TooLong, LetterBody.MaxLength)
            .Custom(JudgeBody);
    }

    public IReadOnlyList<Finding> Check(LetterTemplateDraft draft) =>
    [
        .. Validate(draft).Errors.Select(failure =>
            new Finding(failure.PropertyName, failure.ErrorCode, FindingWeight.Error, failure.ErrorMessage)),
    ];

    private static void JudgeBody(string body, ValidationContext<LetterTemplateDraft> context)
    {
        var kind = context.InstanceToValidate.Kind;
        foreach (var fault in LetterBody.Faults(kind, body))
        {
            var (code, values) = fault.Kind switch
            {
                LetterBodyFaultKind.UnknownField => (RuleCodes.LetterUnknownField,
                    new object?[] { fault.Line, fault.What, string.Join(", ", LetterFields.Of(kind).Select(LetterFields.Written)) }),
                LetterBodyFaultKind.Brace => (RuleCodes.LetterBrace, [fault.Line, fault.What, Instead(kind, fault.What)]),
                _ => (RuleCodes.LetterUnprintable, [fault.Line, fault.What]),
            };
            context.AddFailure(new ValidationFailure(nameof(LetterTemplateDraft.Body), RuleTexts.Say(code, values)) { ErrorCode = code });
        }
    }

    /// <summary>«{{Cognome}}» is to be «{Cognome}»; a brace alone does not tell which field was meant.</summary>
    private static string Instead(LetterKind kind, string what) =>
        what.Length > 1 ? what[1..^1] : LetterFields.Written(LetterFields.Of(kind)[0]);
}
