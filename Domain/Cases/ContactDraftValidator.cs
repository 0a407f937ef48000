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

    /// <summary>Whether somebody is the case itself or another of its contacts; null when not.</summary>
    internal static Finding? WarningOfSamePerson(PersonIdentity identity, ContactSetting setting) =>
        SamePerson(identity, setting)
            .Select(code => new Finding(nameof(PersonDraft.Surname), code, FindingWeight.Warning, RuleTexts.Say(code)))
            .FirstOrDefault();

    /// <summary>Who is meant, or null while there is no surname or no name.</summary>
    public PersonIdentity? IdentityOf(ContactDraft draft) =>
        string.IsNullOrWhiteSpace(draft.Surname) || string.IsNullOrWhiteSpace(draft.Name) ? null : PersonIdentity.Of(draft, Clock.Today);

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
            && facts.Appraise(role, draft.ClassName, draft.Section, GuideAnswers.Parse(draft.GuideAnswers), typed)
                is { Verdict: GuideVerdict.ReferentJudges })
        {
            Add(context, nameof(ContactDraft.GuideNote), RuleCodes.GuideNoteMissing, FindingWeight.Error);
        }
    }

    private void WarnOfSamePerson(ValidationContext<ContactDraft> context)
    {
        if (IdentityOf(context.InstanceToValidate) is not { } identity)
        {
            return;
        }

        var setting = Setting<ContactSetting>(context);
        foreach (var code in SamePerson(identity, setting))
        {
            Add(context, nameof(ContactDraft.Surname), code, FindingWeight.Warning);
        }

        if (setting.EarlierRow?.Invoke(identity) is { } row)
        {
            Add(context, nameof(ContactDraft.Surname), RuleCodes.SameAsRow, FindingWeight.Warning, row);
        }
    }

    private static IEnumerable<string> SamePerson(PersonIdentity identity, ContactSetting setting)
    {
        if (identity.IsSameAs(setting.Case))
        {
            yield return RuleCodes.SameAsCase;
        }

        if (setting.Others.Contains(identity))
        {
            yield return RuleCodes.SameAsContact;
        }
    }
}
