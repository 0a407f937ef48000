using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>The columns that every list of people has, in the order of the lists that schools keep.</summary>
public static class PersonColumns
{
    /// <summary>Who the person is.</summary>
    public static IReadOnlyList<SheetColumn> Person { get; } =
    [
        Text(nameof(PersonDraft.Surname), ImportField.Surname, FieldLimits.Name, d => d.Surname, (d, text) => d.Surname = text),
        Text(nameof(PersonDraft.Name), ImportField.Name, FieldLimits.Name, d => d.Name, (d, text) => d.Name = text),
        Text(nameof(PersonDraft.FiscalCode), ImportField.FiscalCode, FieldLimits.FiscalCode, d => d.FiscalCode, (d, text) => d.FiscalCode = text),
        Text(nameof(PersonDraft.BirthDate), ImportField.BirthDate, FieldLimits.Date, d => d.BirthDate, (d, text) => d.BirthDate = text)
            with { Kind = CellKind.Day },
        Text(
            nameof(PersonDraft.Sex), ImportField.Sex, FieldLimits.ClassName,
            d => d.Sex?.ToString() ?? "", (d, text) => d.Sex = Named<Sex>(text)) with { Kind = CellKind.Sex, IsOptional = true },
        Text(
            nameof(PersonDraft.Role), ImportField.Role, FieldLimits.ClassName,
            d => d.Role?.ToString() ?? "", (d, text) => d.Role = Named<PersonRole>(text)) with { Kind = CellKind.Role, IsShared = true },
    ];

    /// <summary>Where the person belongs.</summary>
    public static IReadOnlyList<SheetColumn> Place { get; } =
    [
        Plain(nameof(PersonDraft.ClassName), ImportField.ClassName, FieldLimits.ClassName, d => d.ClassName, (d, text) => d.ClassName = text)
            with { IsShared = true },
        Plain(nameof(PersonDraft.Section), ImportField.Section, FieldLimits.ClassName, d => d.Section, (d, text) => d.Section = text)
            with { IsShared = true },
        Plain(nameof(PersonDraft.Domicile), ImportField.Domicile, FieldLimits.Municipality, d => d.Domicile, (d, text) => d.Domicile = text)
            with { Kind = CellKind.Municipality, IsShared = true },
        Plain(nameof(PersonDraft.Phone), ImportField.Phone, FieldLimits.Phone, d => d.Phone, (d, text) => d.Phone = text)
            with { Kind = CellKind.Phone },
    ];

    /// <summary>Why there is no codice fiscale: few rows need it, so it stands last.</summary>
    public static SheetColumn ReasonWithoutCode { get; } = Text(
        nameof(PersonDraft.FiscalCodeUnavailableReason), ImportField.FiscalCodeUnavailableReason, FieldLimits.Reason,
        draft => draft.FiscalCodeUnavailableReason, (draft, text) => draft.FiscalCodeUnavailableReason = text)
            with
    { IsOptional = true };

    /// <summary>A column whose changes no warning hangs on.</summary>
    public static SheetColumn Plain(
        string field, ImportField? import, int maxLength, Func<PersonDraft, string> get, Action<PersonDraft, string> set) =>
        new(field, import, CellKind.Text, maxLength, WarningConcern.None) { Get = get, Set = set };

    private static SheetColumn Text(
        string field, ImportField? import, int maxLength, Func<PersonDraft, string> get, Action<PersonDraft, string> set) =>
        Plain(field, import, maxLength, get, set) with { Concern = WarningConcern.Person };

    /// <summary>By name alone: Enum.TryParse would take a number for one.</summary>
    private static TValue? Named<TValue>(string text)
        where TValue : struct, Enum =>
        Enum.TryParse<TValue>(text, out var value) && value.ToString() == text ? value : null;
}
