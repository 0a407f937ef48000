using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>
/// A report as the agency has it: its number, and what its staff do with it. The case itself stays as the school sent it;
/// what a list shows of it is repeated here, and cannot grow old because a closed case never changes.
/// </summary>
public sealed partial class ReceivedReport
{
    private readonly List<ReportEvent> _events = [];

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

    /// <summary>The day in Europe/Rome of <see cref="ReceivedAt"/>.</summary>
    public DateOnly ReceivedDay { get; private init; }

    public Territory Territory { get; private init; }

    public int InstituteId { get; private init; }

    /// <summary>The plesso, where the school chose a registered one.</summary>
    public int? SiteId { get; private init; }

    public string SchoolName { get; private init; } = "";

    public string SiteMunicipalityCode { get; private init; } = "";

    public SchoolType SchoolType { get; private init; }

    public string ClassName { get; private set; } = "";

    public string Section { get; private set; } = "";

    /// <summary>What tells its class from others of the plesso: see <see cref="Agency.ClassKey"/>.</summary>
    public string ClassKey { get; private set; } = "";

    public PersonRole Role { get; private init; }

    public DateOnly LastDayAttended { get; private set; }

    public DateOnly? PositiveSwabDate { get; private set; }

    public DateOnly? SymptomOnset { get; private set; }

    public string Surname { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string SurnameKey { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    public string? FiscalCodeKey { get; private set; }

    public DateOnly BirthDate { get; private set; }

    public int ContactCount { get; private init; }

    /// <summary>Contacts that the agency accepted after the case was sent.</summary>
    public int AddedCount { get; private set; }

    /// <summary>How many of the contacts, sent or added, have been decided.</summary>
    public int DecidedCount { get; private set; }

    /// <summary>How many contacts nobody has decided about yet.</summary>
    public int UndecidedCount => ContactCount + AddedCount - DecidedCount;

    public ReportGaps Missing { get; private set; }

    /// <summary>Integrazioni that nobody has judged yet.</summary>
    public int WaitingSupplements { get; private set; }

    public AgencyState State { get; private set; }

    /// <summary>Whose work it is; null while it is nobody's.</summary>
    public int? AssignedTo { get; private set; }

    public string? AssignedToName { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? AssignedAt { get; private set; }

    public int? TakenInChargeBy { get; private set; }

    /// <summary>The operator's name as it was then, shown to colleagues.</summary>
    public string? TakenInChargeByName { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? TakenInChargeAt { get; private set; }

    public int? MeasuresIssuedBy { get; private set; }

    public string? MeasuresIssuedByName { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? MeasuresIssuedAt { get; private set; }

    public int? ConcludedBy { get; private set; }

    public string? ConcludedByName { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ConcludedAt { get; private set; }

    /// <summary>UTC: when the agency registered it or last did something about it.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>
    /// One more at each change of any report, in the order in which the changes were committed: the database gives it, because no clock
    /// knows that order. Who has read up to a number misses nothing by going on from it.
    /// </summary>
    public long ChangeNumber { get; private set; }

    public int Version { get; private set; }

    /// <summary>What happened to it; only what was loaded or done since.</summary>
    public IReadOnlyList<ReportEvent> Events => _events;

    public Receipt Receipt => new(ProtocolNumber, ReceivedAt);

    public static ReceivedReport Register(Guid deliveryKey, CaseReport report, ReportOrigin origin, Receipt receipt)
    {
        var received = new ReceivedReport
        {
            DeliveryKey = deliveryKey,
            CaseId = report.CaseId,
            ProtocolNumber = receipt.ProtocolNumber,
            ReceivedAt = receipt.ReceivedAt,
            UpdatedAt = receipt.ReceivedAt,
            ReceivedDay = PortalClock.DayOf(receipt.ReceivedAt),
            Territory = report.Territory,
            InstituteId = origin.InstituteId,
            SiteId = origin.SiteId,
            SchoolName = report.SchoolName,
            SiteMunicipalityCode = report.SiteMunicipalityCode,
            SchoolType = report.SchoolType,
            Role = report.Person.Role,
            ContactCount = report.Contacts.Count,
        };
        received.Follow(report);
        received._events.Add(ReportEvent.Of(ReportEventKind.Received, receipt.ReceivedAt));
        return received;
    }

    /// <summary>Prendi in carico: the first operator who takes it keeps it; asking again changes nothing.</summary>
    /// <returns>False when somebody had taken it before.</returns>
    public bool TakeInCharge(Actor by, DateTime now)
    {
        EnsureOperator(by);
        if (State != AgencyState.Received)
        {
            return false;
        }

        (State, TakenInChargeBy, TakenInChargeByName, TakenInChargeAt) = (AgencyState.TakenInCharge, by.UserId, by.DisplayName, now);
        (AssignedTo, AssignedToName, AssignedAt) = (by.UserId, by.DisplayName, now);
        Add(ReportEventKind.TakenInCharge, now, by);
        return true;
    }

    /// <summary>Gives the work to an operator; the state stays as it is.</summary>
    /// <returns>False when it was theirs already.</returns>
    public bool Assign(Actor by, Actor to, DateTime now)
    {
        EnsureOperator(by);
        EnsureOperator(to);
        if (AssignedTo == to.UserId)
        {
            return false;
        }

        (AssignedTo, AssignedToName, AssignedAt) = (to.UserId, to.DisplayName, now);
        Add(ReportEventKind.Assigned, now, by, to.DisplayName);
        return true;
    }

    /// <summary>Provvedimento emesso: follows «preso in carico», once every contact is decided.</summary>
    /// <returns>False when nobody has taken it in charge, a contact is undecided, or the measures are out already.</returns>
    public bool IssueMeasures(Actor by, DateTime now)
    {
        EnsureOperator(by);
        if (State != AgencyState.TakenInCharge || UndecidedCount > 0)
        {
            return false;
        }

        (State, MeasuresIssuedBy, MeasuresIssuedByName, MeasuresIssuedAt) = (AgencyState.MeasuresIssued, by.UserId, by.DisplayName, now);
        Add(ReportEventKind.MeasuresIssued, now, by);
        return true;
    }

    /// <summary>Concludi: follows «provvedimento emesso», and waits for what the school added since.</summary>
    /// <returns>False when the measures are not out, a contact is undecided, an integrazione is not judged, or it is concluded already.</returns>
    public bool Conclude(Actor by, DateTime now)
    {
        EnsureOperator(by);
        if (State != AgencyState.MeasuresIssued || UndecidedCount > 0 || WaitingSupplements > 0)
        {
            return false;
        }

        (State, ConcludedBy, ConcludedByName, ConcludedAt) = (AgencyState.Concluded, by.UserId, by.DisplayName, now);
        Add(ReportEventKind.Concluded, now, by);
        return true;
    }

    private void Add(ReportEventKind kind, DateTime at, Actor by, string? subject = null)
    {
        _events.Add(ReportEvent.Of(kind, at, by, subject));
        UpdatedAt = at;
        Version++;
    }

    private void EnsureOperator(Actor actor)
    {
        if (!actor.IsAgencyOperator || !actor.Territories.Contains(Territory))
        {
            throw new InvalidOperationException("Only an operator of the report's territory works on it.");
        }
    }
}
