using CovidSchoolReporting.App.Features.Agency;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>
/// From a figure to the cases behind it, in «Casi ricevuti». By the day of the report they are those of the period; the list knows no
/// other day that a figure goes by, and then it shows all.
/// </summary>
public static class QueueAddress
{
    /// <param name="municipalityCode">Belfiore code.</param>
    public static string OfPlace(EpidemicFilter filter, string municipalityCode) =>
        Of(filter, new ReportFilter { MunicipalityCode = municipalityCode, SchoolType = filter.SchoolType });

    public static string OfSchool(EpidemicFilter filter, int siteId) => Of(filter, new ReportFilter { SiteId = siteId });

    public static string OfClass(EpidemicFilter filter, int siteId, string classKey) =>
        Of(filter, new ReportFilter { SiteId = siteId, ClassKey = classKey });

    /// <summary>Those that nobody has taken in charge, of any day: they wait.</summary>
    public static string OfWaiting(EpidemicFilter filter) => ReportListAddress.Of(ReportListAddress.Words(new ReportListRequest
    {
        Filter = new ReportFilter { State = AgencyState.Received, MunicipalityCode = filter.MunicipalityCode, SchoolType = filter.SchoolType },
    }));

    private static string Of(EpidemicFilter filter, ReportFilter cases) => ReportListAddress.Of(ReportListAddress.Words(new ReportListRequest
    {
        Filter = filter.Basis == EpidemicBasis.Reported ? cases with { Received = new DayRange(filter.From, filter.To) } : cases,
    }));
}
