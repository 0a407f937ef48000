using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;
using FluentValidation;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>The rules of a decision.</summary>
public sealed class DecisionDraftValidator : AbstractValidator<DecisionDraft>
{
    private const string ContactsKey = "contacts";

    private readonly PortalClock _clock;

    public DecisionDraftValidator(PortalClock clock)
    {
        _clock = clock;
        RuleLevelCascadeMode = CascadeMode.Stop;

        RuleFor(d => d.Status).NotNull().Says(RuleCodes.Required);
        RuleFor(d => d.OwnEnd).Must(text => !string.IsNullOrWhiteSpace(text)).Says(RuleCodes.OwnEndMissing)
            .When(d => d.Status == ContactStatus.Close && !string.IsNullOrWhiteSpace(d.Reason));
        When(d => d.HasOwnEnd, () =>
        {
            RuleFor(d => d.OwnEnd).IsDay(() => clock.Today).Custom(JudgeEnd);
            RuleFor(d => d.Reason)
                .Must(text => !string.IsNullOrWhiteSpace(text)).Says(RuleCodes.OwnEndReason)
                .Must(text => text.Trim().Length <= ContactDecision.ReasonMaxLength).Says(RuleCodes.TooLong, ContactDecision.ReasonMaxLength)
                .Must(text => DraftRules.IsPlainText(text.ReplaceLineEndings(" "))).Says(RuleCodes.ForbiddenCharacters);
        });
    }

    /// <summary>All that the rules find.</summary>
    /// <param name="lastContacts">The day of the last contact of each contact that it is about.</param>
    public IReadOnlyList<Finding> Check(DecisionDraft draft, IReadOnlyList<DateOnly> lastContacts)
    {
        var context = new ValidationContext<DecisionDraft>(draft);
        context.RootContextData[ContactsKey] = lastContacts;
        return [.. Validate(context).Errors.Select(failure =>
            new Finding(failure.PropertyName, failure.ErrorCode, FindingWeight.Error, failure.ErrorMessage))];
    }

    /// <summary>What was typed, read; for a draft in which the rules find nothing.</summary>
    internal (ContactStatus Status, DateOnly? OwnEnd, string? Reason) Read(DecisionDraft draft) =>
        draft.HasOwnEnd && LenientDate.TryParse(draft.OwnEnd, _clock.Today, out var end)
            ? (draft.Status!.Value, end, draft.Reason.Trim())
            : (draft.Status!.Value, null, null);

    private void JudgeEnd(string typed, ValidationContext<DecisionDraft> context)
    {
        var lastContacts = (IReadOnlyList<DateOnly>)context.RootContextData[ContactsKey];
        if (lastContacts.Count == 0 || !LenientDate.TryParse(typed, _clock.Today, out var end))
        {
            return;
        }

        var (first, last) = (lastContacts.Min(), lastContacts.Max());
        var code = end < last ? RuleCodes.OwnEndBeforeContact
            : end > first.AddDays(PolicyTerms.MostDays) ? RuleCodes.OwnEndTooLate
            : null;
        if (code is not null)
        {
            context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, RuleTexts.Say(
                code, code == RuleCodes.OwnEndBeforeContact ? LenientDate.Format(last) : PolicyTerms.MostDays))
            {
                ErrorCode = code,
            });
        }
    }
}
