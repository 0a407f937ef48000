using CovidSchoolReporting.Domain.People;
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
    }

    /// <summary>All that the rules find in a draft, in the order of the fields' rules.</summary>
    public IReadOnlyList<Finding> Check(ContactDraft draft, ContactSetting setting) => base.Check(draft, setting);

    private void WarnOutsideWindow(string typed, ValidationContext<ContactDraft> context)
    {
        const string Field = nameof(ContactDraft.LastContactDate);
        var setting = Setting<ContactSetting>(context);
        var day = Day(typed)!.Value;
        switch (setting.Window)
        {
            case { IsEmpty: true } window:
                Add(context, Field, RuleCodes.NoContactDays, FindingWeight.WarningWithReason, LenientDate.Format(window.From));
                break;
            case { } window when !window.Contains(day):
                Add(context, Field, RuleCodes.LastContactOutsideWindow, FindingWeight.WarningWithReason,
                    LenientDate.Format(window.From), LenientDate.Format(window.To));
                break;
            case null when day > setting.LastDayAttended:
                Add(context, Field, RuleCodes.LastContactAfterLastDay, FindingWeight.WarningWithReason,
                    LenientDate.Format(setting.LastDayAttended));
                break;
            default:
                break;
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
        var identity = new PersonIdentity(
            draft.FiscalCodeUnavailable ? null : PersonSearch.FiscalCodeKey(draft.FiscalCode),
            PersonSearch.Key(draft.Surname, draft.Name),
            Day(draft.BirthDate));
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
