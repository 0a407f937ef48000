using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;
using FluentValidation;
using FluentValidation.Results;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>The rules of a policy. The form asks them after a refused save, the service before it acts.</summary>
public sealed class PolicyDraftValidator : AbstractValidator<PolicyDraft>
{
    private const string TimelineKey = "timeline";

    private readonly PortalClock _clock;

    public PolicyDraftValidator(PortalClock clock)
    {
        _clock = clock;
        RuleLevelCascadeMode = CascadeMode.Stop;

        RuleFor(d => d.StartsOn).IsFilledIn().IsDay(() => clock.Today).Custom(JudgeStart);
        RuleFor(d => d.Source)
            .Must(text => !string.IsNullOrWhiteSpace(text)).Says(RuleCodes.PolicySource)
            .IsPlainText(ReportingPolicy.SourceMaxLength);
        RuleFor(d => d.Notes)
            .Must(text => text.Trim().Length <= ReportingPolicy.NotesMaxLength).Says(RuleCodes.TooLong, ReportingPolicy.NotesMaxLength)
            .Must(text => DraftRules.IsPlainText(text.ReplaceLineEndings(" "))).Says(RuleCodes.ForbiddenCharacters);
        RuleFor(d => d.WindowDaysBefore)
            .IsFilledIn()
            .Must(text => PolicyDraft.Count(text) is not null).Says(RuleCodes.PolicyCount, PolicyTerms.MostDays);
        RuleFor(d => d.ClusterCases)
            .IsFilledIn()
            .Must(text => PolicyDraft.Count(text) >= PolicyTerms.FewestClusterCases)
            .Says(RuleCodes.PolicyClusterCases, PolicyTerms.FewestClusterCases, PolicyTerms.MostDays);
        RuleFor(d => d.ClusterDays)
            .IsFilledIn()
            .Must(text => PolicyDraft.Count(text) is not null).Says(RuleCodes.PolicyCount, PolicyTerms.MostDays);
        RuleFor(d => d.Case).Custom(JudgeIsolations);
        RuleFor(d => d.Contacts).Custom(JudgeMeasures);
    }

    /// <summary>The name under which a finding speaks of a field of a group.</summary>
    public static string FieldOf(IsolationDraft isolation, string field) => $"Case-{isolation.Group}-{field}";

    /// <inheritdoc cref="FieldOf(IsolationDraft, string)"/>
    public static string FieldOf(MeasureDraft measure, string field) => $"Contacts-{measure.Group}-{field}";

    /// <summary>All that the rules find in a draft.</summary>
    /// <param name="timeline">The policies as they are now.</param>
    public IReadOnlyList<Finding> Check(PolicyDraft draft, PolicyTimeline timeline)
    {
        var context = new ValidationContext<PolicyDraft>(draft);
        context.RootContextData[TimelineKey] = timeline;
        return [.. Validate(context).Errors.Select(failure =>
            new Finding(failure.PropertyName, failure.ErrorCode, FindingWeight.Error, failure.ErrorMessage))];
    }

    private static void JudgeIsolations(IReadOnlyList<IsolationDraft> all, ValidationContext<PolicyDraft> context)
    {
        foreach (var isolation in context.InstanceToValidate.UsedCase.Where(isolation => isolation.IsRequired))
        {
            string Field(string name) => FieldOf(isolation, name);
            var asymptomatic = Judge(context, Field(nameof(isolation.AsymptomaticDays)), isolation.AsymptomaticDays);
            var symptomatic = Judge(context, Field(nameof(isolation.SymptomaticDays)), isolation.SymptomaticDays);
            var symptomFree = Judge(context, Field(nameof(isolation.SymptomFreeDays)), isolation.SymptomFreeDays);
            var longest = Judge(context, Field(nameof(isolation.LongestDays)), isolation.LongestDays);
            if (!isolation.NegativeTest)
            {
                RequireEnd(context, Field(nameof(isolation.AsymptomaticDays)), isolation.AsymptomaticDays);
                RequireEnd(context, Field(nameof(isolation.SymptomaticDays)), isolation.SymptomaticDays);
            }

            if (symptomFree > symptomatic)
            {
                Add(context, Field(nameof(isolation.SymptomFreeDays)), RuleCodes.PolicySymptomFreeLonger);
            }

            if (longest < asymptomatic || longest < symptomatic)
            {
                Add(context, Field(nameof(isolation.LongestDays)), RuleCodes.PolicyLongestShorter);
            }
        }
    }

    private static void JudgeMeasures(IReadOnlyList<MeasureDraft> all, ValidationContext<PolicyDraft> context)
    {
        foreach (var measure in context.InstanceToValidate.UsedContacts.Where(measure => measure.Kind != MeasureKind.None))
        {
            string Field(string name) => FieldOf(measure, name);
            var with = Judge(context, Field(nameof(measure.DaysWithTest)), measure.DaysWithTest);
            var without = Judge(context, Field(nameof(measure.DaysWithoutTest)), measure.DaysWithoutTest);
            Judge(context, Field(nameof(measure.Ffp2Days)), measure.Ffp2Days);
            if (string.IsNullOrWhiteSpace(measure.DaysWithTest))
            {
                RequireEnd(context, Field(nameof(measure.DaysWithoutTest)), measure.DaysWithoutTest);
            }

            if (without < with)
            {
                Add(context, Field(nameof(measure.DaysWithoutTest)), RuleCodes.PolicyWithoutTestShorter);
            }
        }
    }

    /// <summary>The count that was typed; what is none is found wrong, unless the field was left empty.</summary>
    private static int? Judge(ValidationContext<PolicyDraft> context, string field, string typed)
    {
        var count = PolicyDraft.Count(typed);
        if (count is null && !string.IsNullOrWhiteSpace(typed))
        {
            Add(context, field, RuleCodes.PolicyCount, PolicyTerms.MostDays);
        }

        return count;
    }

    private static void RequireEnd(ValidationContext<PolicyDraft> context, string field, string typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            Add(context, field, RuleCodes.PolicyNoEnd);
        }
    }

    private static void Add(ValidationContext<PolicyDraft> context, string field, string code, params object?[] values) =>
        context.AddFailure(new ValidationFailure(field, RuleTexts.Say(code, values)) { ErrorCode = code });

    private void JudgeStart(string typed, ValidationContext<PolicyDraft> context)
    {
        LenientDate.TryParse(typed, _clock.Today, out var day);
        if (((PolicyTimeline)context.RootContextData[TimelineKey]).Objection(day, _clock.Today) is { } objection)
        {
            Add(context, nameof(PolicyDraft.StartsOn), objection.Code, objection.Values);
        }
    }
}
