using CovidSchoolReporting.Domain.Delivery;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What a report lacks that the agency works with. Stored as a number: the values do not change.</summary>
[Flags]
public enum ReportGaps
{
    None = 0,

    /// <summary>The case has no codice fiscale.</summary>
    FiscalCode = 1,

    /// <summary>The day of the positive swab is not known.</summary>
    SwabDate = 2,

    /// <summary>No contact was named.</summary>
    Contacts = 4,

    /// <summary>Every gap that there is.</summary>
    All = FiscalCode | SwabDate | Contacts,
}

/// <summary>Finds what a report lacks.</summary>
public static class ReportGapsOf
{
    public static ReportGaps Missing(this CaseReport report) =>
        (report.Person.FiscalCode is null ? ReportGaps.FiscalCode : ReportGaps.None)
        | (report.PositiveSwabDate is null ? ReportGaps.SwabDate : ReportGaps.None)
        | (report.Contacts.Count == 0 ? ReportGaps.Contacts : ReportGaps.None);
}
