using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;
using FluentValidation;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>The rules of a case (manual: «Inserire con cura tutti i dati relativi al caso segnalato», «Attenzione!»).</summary>
public sealed class CaseDraftValidator : PersonDraftValidator<CaseDraft>
{
    public CaseDraftValidator(PortalClock clock, PlaceRegister places)
        : base(clock, places)
    {
        RuleFor(d => d.SiteMunicipality).IsFilledIn().IsMunicipality(places)
            .Must(typed => places.Resolve(typed)?.Territory is not null).Says(RuleCodes.MunicipalityOutsideTerritory);
        RuleFor(d => d.SchoolName).IsFilledIn().IsPlainText(FieldLimits.SchoolName);
        RuleFor(d => d.SchoolName).Custom(WarnOfUnknownSchool);
        RuleFor(d => d.SchoolType).NotNull().Says(RuleCodes.Required);
        RuleFor(d => d.ReferentName).IsFilledIn().IsPersonName(FieldLimits.Name * 2);
        RuleFor(d => d.ReferentPhone).IsFilledIn().IsPhone();
        RuleFor(d => d.ReferentEmail).IsFilledIn().IsEmail();
        RuleFor(d => d.SecondPhone).IsPhone().When(d => !string.IsNullOrWhiteSpace(d.SecondPhone));

        RuleFor(d => d.LastDayAttended).IsFilledIn().IsDay(() => Clock.Today)
            .Must(NotFuture).Says(RuleCodes.LastDayInFuture)
            .Must(NotBeforeBirth).Says(RuleCodes.BornAfterEvent);
        RuleFor(d => d.PositiveSwabDate).IsDay(() => Clock.Today)
            .Must(NotFuture).Says(RuleCodes.SwabInFuture)
            .Must(NotBeforeBirth).Says(RuleCodes.BornAfterEvent)
            .When(d => !string.IsNullOrWhiteSpace(d.PositiveSwabDate));
        RuleFor(d => d.SymptomOnset).IsDay(() => Clock.Today)
            .Must(NotFuture).Says(RuleCodes.OnsetInFuture)
            .Must(NotBeforeBirth).Says(RuleCodes.BornAfterEvent)
            .When(d => !string.IsNullOrWhiteSpace(d.SymptomOnset));
    }

    /// <summary>All that the rules find in a draft, in the order of the fields' rules.</summary>
    public IReadOnlyList<Finding> Check(CaseDraft draft, CaseSetting setting) => base.Check(draft, setting);

    private bool NotFuture(string typed) => Day(typed) <= Clock.Today;

    private bool NotBeforeBirth(CaseDraft draft, string typed) => !(Day(typed) < Day(draft.BirthDate));

    private void WarnOfUnknownSchool(string typed, ValidationContext<CaseDraft> context)
    {
        var setting = Setting<CaseSetting>(context);
        var municipality = Places.Resolve(context.InstanceToValidate.SiteMunicipality);
        if (setting.Sites.Count > 0 && municipality is not null && !string.IsNullOrWhiteSpace(typed)
            && setting.Find(typed, municipality) is null)
        {
            Add(context, nameof(CaseDraft.SchoolName), RuleCodes.SchoolNotOfInstitute, FindingWeight.Warning);
        }
    }
}
