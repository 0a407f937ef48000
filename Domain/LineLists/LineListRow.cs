using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.LineLists;

/// <summary>One person of a line list as the database has them.</summary>
public sealed record LineListRow
{
    public required string Surname { get; init; }

    public required string Name { get; init; }

    public required string? FiscalCode { get; init; }

    public required string? FiscalCodeUnavailableReason { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required Sex? Sex { get; init; }

    public required PersonRole Role { get; init; }

    public required string ClassName { get; init; }

    public required string Section { get; init; }

    /// <summary>Belfiore code.</summary>
    public required string DomicileCode { get; init; }

    public required string Phone { get; init; }

    public string? Address { get; init; }

    public DateOnly? LastContactDate { get; init; }

    public required DateOnly LastDayAttended { get; init; }

    public required DateOnly? PositiveSwabDate { get; init; }

    public required DateOnly? SymptomOnset { get; init; }

    public required int ContactCount { get; init; }

    public required string Protocol { get; init; }

    public required int CaseId { get; init; }

    public required DateOnly ReceivedDay { get; init; }

    public required AgencyState State { get; init; }

    public required string? AssignedToName { get; init; }

    public required Territory Territory { get; init; }

    public required string SchoolName { get; init; }

    /// <summary>Belfiore code.</summary>
    public required string SiteMunicipalityCode { get; init; }

    public required SchoolType SchoolType { get; init; }

    /// <summary>What stands in a cell. Words are Italian and do not follow the screen, like the headers.</summary>
    public string Text(LineListColumn column, PlaceRegister places) => column switch
    {
        LineListColumn.Surname => Surname,
        LineListColumn.Name => Name,
        LineListColumn.FiscalCode => FiscalCode ?? "",
        LineListColumn.FiscalCodeUnavailableReason => FiscalCodeUnavailableReason ?? "",
        LineListColumn.BirthDate => LenientDate.Format(BirthDate),
        LineListColumn.Sex => Sex is { } sex ? RoleWords.Write(sex) : "",
        LineListColumn.Role => RoleWords.Write(Role),
        LineListColumn.ClassName => ClassName,
        LineListColumn.Section => Section,
        LineListColumn.Domicile => places.FindByCode(DomicileCode)?.Label ?? DomicileCode,
        LineListColumn.Address => Address ?? "",
        LineListColumn.Phone => Cases.DraftReader.ShownPhone(Phone),
        LineListColumn.LastContactDate => Day(LastContactDate),
        LineListColumn.LastDayAttended => Day(LastDayAttended),
        LineListColumn.PositiveSwabDate => Day(PositiveSwabDate),
        LineListColumn.SymptomOnset => Day(SymptomOnset),
        LineListColumn.ContactCount => ContactCount.ToString(CultureInfo.InvariantCulture),
        LineListColumn.Protocol => Protocol,
        LineListColumn.CaseNumber => CaseId.ToString(CultureInfo.InvariantCulture),
        LineListColumn.ReceivedOn => Day(ReceivedDay),
        LineListColumn.State => State switch
        {
            AgencyState.Received => "ricevuto",
            AgencyState.TakenInCharge => "preso in carico",
            AgencyState.MeasuresIssued => "provvedimento emesso",
            _ => "concluso",
        },
        LineListColumn.AssignedTo => AssignedToName ?? "",
        LineListColumn.Territory => Territory.ToString(),
        LineListColumn.SchoolName => SchoolName,
        LineListColumn.SchoolMunicipality => places.FindByCode(SiteMunicipalityCode)?.Label ?? SiteMunicipalityCode,
        LineListColumn.SchoolType => SchoolType switch
        {
            SchoolType.Nursery => "nido",
            SchoolType.Kindergarten => "infanzia",
            SchoolType.Primary => "primaria",
            SchoolType.LowerSecondary => "secondaria I grado",
            SchoolType.UpperSecondary => "secondaria II grado",
            _ => "CFP",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown column."),
    };

    private static string Day(DateOnly? day) => day is { } known ? LenientDate.Format(known) : "";
}
