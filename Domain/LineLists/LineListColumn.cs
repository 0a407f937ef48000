using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Domain.LineLists;

/// <summary>A column of a line list.</summary>
public enum LineListColumn
{
    Surname,
    Name,
    FiscalCode,
    FiscalCodeUnavailableReason,
    BirthDate,
    Sex,
    Role,
    ClassName,
    Section,
    Domicile,
    Address,
    Phone,
    LastContactDate,
    Decision,
    MeasureFrom,
    MeasureTo,
    LastDayAttended,
    PositiveSwabDate,
    SymptomOnset,
    ContactCount,
    Protocol,
    CaseNumber,
    ReceivedOn,
    State,
    AssignedTo,
    Territory,
    SchoolName,
    SchoolMunicipality,
    SchoolType,
}

/// <summary>The columns that each kind of line list has, and how their headers are called.</summary>
public static class LineListColumns
{
    /// <summary>
    /// The columns of the portal's own lists, by their position there: a list of contacts in exactly these is taken back by the import as
    /// it is, and one with more of them is recognised by its headers.
    /// </summary>
    private static readonly LineListColumn[] _own =
    [
        LineListColumn.Surname, LineListColumn.Name, LineListColumn.FiscalCode, LineListColumn.FiscalCodeUnavailableReason, LineListColumn.BirthDate,
        LineListColumn.Sex, LineListColumn.Role, LineListColumn.ClassName, LineListColumn.Section, LineListColumn.Domicile, LineListColumn.Address,
        LineListColumn.Phone, LineListColumn.LastContactDate,
    ];

    private static readonly LineListColumn[] _ofReport =
    [
        LineListColumn.Protocol, LineListColumn.CaseNumber, LineListColumn.ReceivedOn, LineListColumn.State, LineListColumn.AssignedTo, LineListColumn.Territory,
        LineListColumn.SchoolName, LineListColumn.SchoolMunicipality, LineListColumn.SchoolType,
    ];

    private static readonly LineListColumn[] _contacts =
        [.. _own, LineListColumn.Decision, LineListColumn.MeasureFrom, LineListColumn.MeasureTo, .. _ofReport];

    private static readonly LineListColumn[] _cases =
    [
        .. _own.Except([LineListColumn.Address, LineListColumn.LastContactDate]),
        LineListColumn.LastDayAttended, LineListColumn.PositiveSwabDate, LineListColumn.SymptomOnset, LineListColumn.ContactCount, .. _ofReport,
    ];

    /// <summary>In the order of the list.</summary>
    public static IReadOnlyList<LineListColumn> Of(LineListSubject subject) => subject == LineListSubject.Cases ? _cases : _contacts;

    /// <summary>The header. Not translated: a list goes from one colleague to another, and back into the import.</summary>
    public static string Header(LineListColumn column) => Array.IndexOf(_own, column) is >= 0 and var own
        ? Registers.OwnColumns[own].Header
        : column switch
        {
            LineListColumn.Decision => "Decisione di ATS",
            LineListColumn.MeasureFrom => "Misura dal",
            LineListColumn.MeasureTo => "Misura fino al",
            LineListColumn.LastDayAttended => "Ultimo giorno di frequenza",
            LineListColumn.PositiveSwabDate => "Data del tampone positivo",
            LineListColumn.SymptomOnset => "Data inizio sintomi",
            LineListColumn.ContactCount => "Numero di contatti",
            LineListColumn.Protocol => "Protocollo",
            LineListColumn.CaseNumber => "Id caso",
            LineListColumn.ReceivedOn => "Ricevuto il",
            LineListColumn.State => "Stato",
            LineListColumn.AssignedTo => "Assegnato a",
            LineListColumn.Territory => "Territorio",
            LineListColumn.SchoolName => "Scuola",
            LineListColumn.SchoolMunicipality => "Comune della scuola",
            LineListColumn.SchoolType => "Tipo scuola",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown column."),
        };
}
