using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;
using FluentValidation;
using FluentValidation.Results;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>How much of a person must be known.</summary>
internal enum Knowledge
{
    /// <summary>All that a report needs.</summary>
    Whole,

    /// <summary>Who it is; the rest may be missing, but what there is must be right.</summary>
    MayHaveGaps,
}

/// <summary>The rules that a case and a contact share. The form asks them field by field, the service again before it acts.</summary>
public abstract class PersonDraftValidator<TDraft> : AbstractValidator<TDraft>
    where TDraft : PersonDraft
{
    private const int OldestAge = 120;
    private const int OldestPupil = 25;
    private const int YoungestOperator = 16;
    private const string SettingKey = "setting";

    private readonly Knowledge _knowledge;

    private protected PersonDraftValidator(PortalClock clock, PlaceRegister places, Knowledge knowledge = Knowledge.Whole)
    {
        Clock = clock;
        Places = places;
        _knowledge = knowledge;
        RuleLevelCascadeMode = CascadeMode.Stop;

        RuleFor(d => d.Role).NotNull().Says(RuleCodes.Required);
        RuleFor(d => d.ClassName).IsFilledIn().IsPlainText(FieldLimits.ClassName).When(d => IsAskedFor(d, d.ClassName + d.Section));
        RuleFor(d => d.Section).IsFilledIn().IsPlainText(FieldLimits.ClassName).When(d => IsAskedFor(d, d.ClassName + d.Section));
        RuleFor(d => d.Surname).IsFilledIn().IsPersonName(FieldLimits.Name);
        RuleFor(d => d.Name).IsFilledIn().IsPersonName(FieldLimits.Name);
        RuleFor(d => d.Domicile).IsFilledIn().IsMunicipality(places).When(d => !IsGap(d.Domicile));
        RuleFor(d => d.Phone).IsFilledIn().IsPhone().When(d => !IsGap(d.Phone));
        AddBirthRules();
        AddFiscalCodeRules();
    }

    private protected PortalClock Clock { get; }

    private protected PlaceRegister Places { get; }

    private protected DateOnly? Day(string typed) =>
        LenientDate.TryParse(typed, Clock.Today, out var day) ? day : null;

    private protected IReadOnlyList<Finding> Check(TDraft draft, object setting)
    {
        var context = new ValidationContext<TDraft>(draft);
        context.RootContextData[SettingKey] = setting;
        return [.. Validate(context).Errors.Select(AsFinding)];
    }

    private protected static TSetting Setting<TSetting>(IValidationContext context) =>
        (TSetting)context.RootContextData[SettingKey];

    private protected static void Add(
        ValidationContext<TDraft> context, string field, string code, FindingWeight weight, params object?[] values) =>
        context.AddFailure(new ValidationFailure(field, RuleTexts.Say(code, values))
        {
            ErrorCode = code,
            Severity = weight == FindingWeight.Error ? Severity.Error : Severity.Warning,
            CustomState = weight,
        });

    private static Finding AsFinding(ValidationFailure failure) => new(
        failure.PropertyName,
        failure.ErrorCode,
        failure.CustomState is FindingWeight weight ? weight
            : failure.Severity == Severity.Error ? FindingWeight.Error : FindingWeight.Warning,
        failure.ErrorMessage);

    private void AddBirthRules()
    {
        RuleFor(d => d.BirthDate).IsFilledIn().IsDay(() => Clock.Today)
            .Must(typed => Day(typed) <= Clock.Today).Says(RuleCodes.BirthInFuture)
            .Must(typed => Day(typed) >= Clock.Today.AddYears(-OldestAge)).Says(RuleCodes.BirthTooLongAgo, OldestAge);

        RuleFor(d => d.BirthDate)
            .Must((draft, typed) => draft.Role != PersonRole.Pupil || Day(typed) is not { } born || Age(born) <= OldestPupil)
            .Warns(RuleCodes.PupilTooOld, OldestPupil);
        RuleFor(d => d.BirthDate)
            .Must((draft, typed) => draft.Role is null or PersonRole.Pupil || Day(typed) is not { } born
                || born > Clock.Today || Age(born) >= YoungestOperator)
            .Warns(RuleCodes.OperatorTooYoung, YoungestOperator);
    }

    private void AddFiscalCodeRules()
    {
        RuleFor(d => d.FiscalCodeUnavailableReason)
            .Must(reason => !string.IsNullOrWhiteSpace(reason)).Says(RuleCodes.FiscalCodeReason)
            .IsPlainText(FieldLimits.Reason)
            .When(d => d.FiscalCodeUnavailable);

        RuleFor(d => d.FiscalCode).Custom(CheckFiscalCode).When(d => !d.FiscalCodeUnavailable && !IsGap(d.FiscalCode));
    }

    private bool IsGap(string typed) => _knowledge == Knowledge.MayHaveGaps && string.IsNullOrWhiteSpace(typed);

    /// <summary>Staff of a roster may belong to the whole school; pupils have a class, and a class has a section.</summary>
    private bool IsAskedFor(TDraft draft, string classAndSection) =>
        draft.Role is null or PersonRole.Pupil || !IsGap(classAndSection);

    private void CheckFiscalCode(string typed, ValidationContext<TDraft> context)
    {
        const string Field = nameof(PersonDraft.FiscalCode);
        if (FiscalCode.TryParse(typed, out var fault) is not { } code)
        {
            Add(context, Field, FaultCode(fault!.Value), FindingWeight.Error);
            return;
        }

        var draft = context.InstanceToValidate;
        foreach (var found in FiscalCodeCheck.Compare(code, draft.Surname, draft.Name, Day(draft.BirthDate), draft.Sex, Places))
        {
            var weight = found.Severity == DiscrepancySeverity.Error ? FindingWeight.Error : FindingWeight.Warning;
            Add(context, Field, DiscrepancyCode(found.Discrepancy), weight, DiscrepancyValue(found.Discrepancy, code, draft));
        }
    }

    private string? DiscrepancyValue(FiscalCodeDiscrepancy discrepancy, FiscalCode code, TDraft draft) => discrepancy switch
    {
        FiscalCodeDiscrepancy.BirthDateDiffers =>
            code.BirthDate(null, Clock.Today, draft.Role) is { } meant ? LenientDate.Format(meant) : "?",
        FiscalCodeDiscrepancy.PlaceUnknown or FiscalCodeDiscrepancy.PlaceNotValidAtBirth => code.PlaceCode,
        _ => null,
    };

    private static string FaultCode(FiscalCodeFault fault) => fault switch
    {
        FiscalCodeFault.Missing => RuleCodes.Required,
        FiscalCodeFault.WrongCheckLetter => RuleCodes.FiscalCodeCheckLetter,
        FiscalCodeFault.WrongProvisionalCheck => RuleCodes.FiscalCodeProvisionalCheck,
        FiscalCodeFault.ImpossibleDate or FiscalCodeFault.ImpossibleDay or FiscalCodeFault.ImpossibleMonth =>
            RuleCodes.FiscalCodeImpossibleDate,
        _ => RuleCodes.FiscalCodeFormat,
    };

    private static string DiscrepancyCode(FiscalCodeDiscrepancy discrepancy) => discrepancy switch
    {
        FiscalCodeDiscrepancy.BirthDateDiffers => RuleCodes.FiscalCodeBirthDate,
        FiscalCodeDiscrepancy.SexDiffers => RuleCodes.FiscalCodeSex,
        FiscalCodeDiscrepancy.SurnameDiffers => RuleCodes.FiscalCodeSurname,
        FiscalCodeDiscrepancy.NameDiffers => RuleCodes.FiscalCodeName,
        FiscalCodeDiscrepancy.PlaceNotValidAtBirth => RuleCodes.FiscalCodePlaceNotThen,
        _ => RuleCodes.FiscalCodePlace,
    };

    private int Age(DateOnly born)
    {
        var today = Clock.Today;
        var years = today.Year - born.Year;
        return born > today.AddYears(-years) ? years - 1 : years;
    }
}
