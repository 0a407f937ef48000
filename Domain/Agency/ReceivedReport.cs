using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>
/// A report as the agency has it: its number, and what its staff do with it. The case itself stays as the school sent it;
/// what a list shows of it is repeated here, and cannot grow old because a closed case never changes.
/// </summary>
public sealed class ReceivedReport
{
    private ReceivedReport()
    {
    }

    public int Id { get; private set; }

    /// <summary>Idempotency key of the sending: one report for each, however often it was sent.</summary>
    public Guid DeliveryKey { get; private init; }

    public int CaseId { get; private init; }

    public string ProtocolNumber { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTime ReceivedAt { get; private init; }

    public Territory Territory { get; private init; }

    public string SchoolName { get; private init; } = "";

    public string SiteMunicipalityCode { get; private init; } = "";

    public string Surname { get; private init; } = "";

    public string Name { get; private init; } = "";

    public string SurnameKey { get; private init; } = "";

    public string NameKey { get; private init; } = "";

    public string? FiscalCodeKey { get; private init; }

    public int ContactCount { get; private init; }

    public AgencyState State { get; private set; }

    public int? TakenInChargeBy { get; private set; }

    /// <summary>The operator's name as it was then, shown to colleagues.</summary>
    public string? TakenInChargeByName { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? TakenInChargeAt { get; private set; }

    public int Version { get; private set; }

    public Receipt Receipt => new(ProtocolNumber, ReceivedAt);

    public static ReceivedReport Register(Guid deliveryKey, CaseReport report, Receipt receipt) => new()
    {
        DeliveryKey = deliveryKey,
        CaseId = report.CaseId,
        ProtocolNumber = receipt.ProtocolNumber,
        ReceivedAt = receipt.ReceivedAt,
        Territory = report.Territory,
        SchoolName = report.SchoolName,
        SiteMunicipalityCode = report.SiteMunicipalityCode,
        Surname = report.Person.Surname,
        Name = report.Person.Name,
        SurnameKey = PersonSearch.Key(report.Person.Surname, report.Person.Name),
        NameKey = PersonSearch.Key(report.Person.Name, report.Person.Surname),
        FiscalCodeKey = report.Person.FiscalCode is { } code ? PersonSearch.FiscalCodeKey(code) : null,
        ContactCount = report.Contacts.Count,
    };

    /// <summary>Prendi in carico: the first operator who takes it keeps it; asking again changes nothing.</summary>
    /// <returns>False when somebody had taken it before.</returns>
    public bool TakeInCharge(Actor by, DateTime now)
    {
        if (!by.IsAgencyOperator || !by.Territories.Contains(Territory))
        {
            throw new InvalidOperationException("Only an operator of the report's territory takes it in charge.");
        }

        if (State != AgencyState.Received)
        {
            return false;
        }

        State = AgencyState.TakenInCharge;
        TakenInChargeBy = by.UserId;
        TakenInChargeByName = by.DisplayName;
        TakenInChargeAt = now;
        Version++;
        return true;
    }
}
