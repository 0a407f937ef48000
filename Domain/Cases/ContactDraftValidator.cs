using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;
using FluentValidation;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>The rules of a contact (manual: «Inserire tutti dati richiesti», «Definizioni utili»).</summary>
public sealed class ContactDraftValidator : PersonDraftValidator<ContactDraft>
{
    public ContactDraftValidator(PortalClock clock, PlaceRegister places)
        : base(clock, places)
    {
        RuleFor(d => d.Address).IsPlainText(FieldLimits.Address);
        RuleFor(d => d.LastContactDate)
            .Must(typed => !string.IsNullOrWhiteSpace(typed)).Says(RuleCodes.LastContactRequired)
            .IsDay(() => Clock.Today)
            .Must(typed => Day(typed) <= Clock.Today).Says(RuleCodes.LastContactInFuture)
            .Must((draft, typed) => !(Day(typed) < Day(draft.BirthDate))).Says(RuleCodes.BornAfterEvent)
            .Custom(WarnOutsideWindow);
        RuleFor(d => d.Surname).Custom((_, context) => WarnOfSamePerson(context));
        RuleFor(d => d.GuideNote).IsPlainText(FieldLimits.Reason).Custom(AskForJudgement);
    }

    /// <summary>All that the rules find in a draft, in the order of the fields' rules.</summary>
    public IReadOnlyList<Finding> Check(ContactDraft draft, ContactSetting setting) => base.Check(draft, setting);

    private void WarnOutsideWindow(string typed, ValidationContext<ContactDraft> context)
    {
        if (Setting<ContactSetting>(context).Objection(Day(typed)!.Value) is { } objection)
        {
            Add(context, nameof(ContactDraft.LastContactDate), objection.Code, FindingWeight.WarningWithReason, objection.Values);
        }
    }

    private static void AskForJudgement(string typed, ValidationContext<ContactDraft> context)
    {
        var draft = context.InstanceToValidate;
        if (string.IsNullOrWhiteSpace(typed)
            && Setting<ContactSetting>(context).Guide is { } facts && draft.Role is { } role
            && GuideAppraisal.Of(GuideAnswers.Parse(draft.GuideAnswers), typed) is { Verdict: GuideVerdict.ReferentJudges } appraisal
            && appraisal.Suits(facts, role))
        {
            Add(context, nameof(ContactDraft.GuideNote), RuleCodes.GuideNoteMissing, FindingWeight.Error);
        }
    }

    private void WarnOfSamePerson(ValidationContext<ContactDraft> context)
    {
        var draft = context.InstanceToValidate;
        if (string.IsNullOrWhiteSpace(draft.Surname) || string.IsNullOrWhiteSpace(draft.Name))
        {
            return;
        }

        var setting = Setting<ContactSetting>(context);
        var identity = PersonIdentity.Of(draft, Clock.Today);
        if (identity.IsSameAs(setting.Case))
        {
            Add(context, nameof(draft.Surname), RuleCodes.SameAsCase, FindingWeight.Warning);
        }

        if (setting.Others.Any(identity.IsSameAs))
        {
            Add(context, nameof(draft.Surname), RuleCodes.SameAsContact, FindingWeight.Warning);
        }
    }
}
