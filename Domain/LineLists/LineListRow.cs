using System.Globalization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.LineLists;

/// <summary>One person of a line list, with what counts: what was sent, with the integrazioni that the agency accepted since.</summary>
public sealed record LineListRow
{
    private readonly ReceivedReport _received;
    private readonly CaseReport _report;
    private readonly ReportedPersonData _person;
    private readonly ReportedContact? _contact;
    private readonly DecidedContact? _decided;

    private LineListRow(ReceivedReport received, CaseReport report, ReportedPersonData person, ReportedContact? contact, DecidedContact? decided) =>
        (_received, _report, _person, _contact, _decided) = (received, report, person, contact, decided);

    public int CaseId => _report.CaseId;

    public static LineListRow OfCase(ReceivedReport received, CaseReport report) => new(received, report, report.Person, null, null);

    /// <param name="decided">Null while nobody has decided about the contact.</param>
    public static LineListRow OfContact(ReceivedReport received, CaseReport report, ReportedContact contact, DecidedContact? decided) =>
        new(received, report, contact.Person, contact, decided);

    /// <summary>What stands in a cell. Words are Italian and do not follow the screen, like the headers.</summary>
    public string Text(LineListColumn column, PlaceRegister places) => column switch
    {
        LineListColumn.Surname => _person.Surname,
        LineListColumn.Name => _person.Name,
        LineListColumn.FiscalCode => _person.FiscalCode ?? "",
        LineListColumn.FiscalCodeUnavailableReason => _person.FiscalCodeUnavailableReason ?? "",
        LineListColumn.BirthDate => LenientDate.Format(_person.BirthDate),
        LineListColumn.Sex => _person.Sex is { } sex ? RoleWords.Write(sex) : "",
        LineListColumn.Role => RoleWords.Write(_person.Role),
        LineListColumn.ClassName => _person.ClassName,
        LineListColumn.Section => _person.Section,
        LineListColumn.Domicile => places.FindByCode(_person.DomicileCode)?.Label ?? _person.DomicileCode,
        LineListColumn.Address => _contact?.Address ?? "",
        LineListColumn.Phone => Cases.DraftReader.ShownPhone(_person.Phone),
        LineListColumn.LastContactDate => Day(_contact?.LastContactDate),
        LineListColumn.Decision => _contact is null ? "" : _decided?.Decision.Status switch
        {
            null => "da decidere",
            ContactStatus.Close => "contatto stretto",
            ContactStatus.LowRisk => "basso rischio",
            _ => "non contatto",
        },
        LineListColumn.MeasureFrom => Day(_decided?.Period?.From),
        LineListColumn.MeasureTo => Day(_decided?.Period?.To),
        LineListColumn.LastDayAttended => Day(_report.LastDayAttended),
        LineListColumn.PositiveSwabDate => Day(_report.PositiveSwabDate),
        LineListColumn.SymptomOnset => Day(_report.SymptomOnset),
        LineListColumn.ContactCount => (_received.ContactCount + _received.AddedCount).ToString(CultureInfo.InvariantCulture),
        LineListColumn.Protocol => _received.ProtocolNumber,
        LineListColumn.CaseNumber => CaseId.ToString(CultureInfo.InvariantCulture),
        LineListColumn.ReceivedOn => Day(_received.ReceivedDay),
        LineListColumn.State => WordOf(_received.State),
        LineListColumn.AssignedTo => _received.AssignedToName ?? "",
        LineListColumn.Territory => _received.Territory.ToString(),
        LineListColumn.SchoolName => _report.SchoolName,
        LineListColumn.SchoolMunicipality => places.FindByCode(_report.SiteMunicipalityCode)?.Label ?? _report.SiteMunicipalityCode,
        LineListColumn.SchoolType => _report.SchoolType switch
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

    internal static string WordOf(AgencyState state) => state switch
    {
        AgencyState.Received => "ricevuto",
        AgencyState.TakenInCharge => "preso in carico",
        AgencyState.MeasuresIssued => "provvedimento emesso",
        _ => "concluso",
    };

    private static string Day(DateOnly? day) => day is { } known ? LenientDate.Format(known) : "";
}
