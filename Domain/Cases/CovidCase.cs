using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>
/// Caso: one pupil or operator who tested positive, reported by one school, with the people exposed to them.
/// While it is open the school writes it; <see cref="CloseAndSend"/> locks it and its contacts for ever.
/// </summary>
public sealed partial class CovidCase : ReportedPerson
{
    private CovidCase()
    {
    }

    /// <summary>The institute that reports it: nobody of another institute ever sees it.</summary>
    public int InstituteId { get; private init; }

    /// <summary>The user who opened it.</summary>
    public int OpenedBy { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime OpenedAt { get; private init; }

    public int PolicyId { get; private init; }

    /// <summary>The rules that were in force when it was opened: it keeps them, whatever is decided or amended later.</summary>
    public ReportingPolicy Policy { get; private init; } = null!;

    public int? SchoolSiteId { get; private set; }

    public string SchoolName { get; private set; } = "";

    public SchoolType SchoolType { get; private set; }

    public string SiteMunicipalityCode { get; private set; } = "";

    public Territory Territory { get; private set; }

    public string ReferentName { get; private set; } = "";

    public string ReferentPhone { get; private set; } = "";

    public string ReferentEmail { get; private set; } = "";

    public string? SecondPhone { get; private set; }

    public DateOnly LastDayAttended { get; private set; }

    public DateOnly? PositiveSwabDate { get; private set; }

    public DateOnly? SymptomOnset { get; private set; }

    /// <summary>«NAME SURNAME» in plain capitals, for a search that begins with the name.</summary>
    public string NameKey { get; private set; } = "";

    public CaseStatus Status { get; private set; }

    /// <summary>How many contacts it has, kept here so that a list of cases need not count them.</summary>
    public int ContactCount { get; private set; }

    public string? NoContactsReason { get; private set; }

    public int? ClosedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>What ATS answered; null until it has.</summary>
    public string? ProtocolNumber { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ReceivedAt { get; private set; }

    /// <summary>Concurrency token of the whole case with its contacts.</summary>
    public int Version { get; private set; }

    /// <summary>What the guide to close contacts need not ask.</summary>
    public GuideFacts GuideFacts => new(Role, SchoolType, ClassName, Section);

    /// <summary>The sending; exists exactly when the case is closed.</summary>
    public CaseDelivery? Delivery { get; private set; }

    /// <param name="policy">The one in force on the day of <paramref name="now"/>.</param>
    public static CovidCase Open(Actor reporter, Guid requestKey, CaseDetails details, ReportingPolicy policy, DateTime now)
    {
        var opened = new CovidCase
        {
            InstituteId = reporter.InstituteId
                ?? throw new InvalidOperationException("Only a school opens a case."),
            OpenedBy = reporter.UserId,
            OpenedAt = now,
            RequestKey = requestKey,
            PolicyId = policy.Id,
            Policy = policy,
        };
        opened.Write(details, now);
        return opened;
    }

    public void Amend(CaseDetails details, DateTime now)
    {
        EnsureOpen();
        Write(details, now);
    }

    /// <summary>
    /// Chiudi e invia il caso in ATS: the one-way step. A case without contacts needs a reason, because most often it is a
    /// forgotten list (79 of the first 230 real cases had none).
    /// </summary>
    /// <param name="noContactsReason">Why there are no contacts; ignored when there are.</param>
    public void CloseAndSend(Actor by, string? noContactsReason, DateTime now)
    {
        EnsureOpen();
        if (ContactCount == 0 && string.IsNullOrWhiteSpace(noContactsReason))
        {
            throw new InvalidOperationException("A case without contacts is closed with a reason.");
        }

        _contacts.RemoveAll(contact => contact.RemovedAt is not null); // What is not reported is not kept.
        _contacts.ForEach(contact => contact.ForgetUnsuited(GuideFacts));
        NoContactsReason = ContactCount == 0 ? noContactsReason!.Trim() : null;
        Status = CaseStatus.Closed;
        ClosedBy = by.UserId;
        ClosedAt = now;
        Delivery = CaseDelivery.Prepare(RequestKey, now);
        Version++;
    }

    /// <summary>Notes the agency's answer. The same number may come again and changes nothing; another one is a fault.</summary>
    public void AcknowledgeReceipt(Receipt receipt)
    {
        if (Status != CaseStatus.Closed)
        {
            throw new InvalidOperationException("An open case was never sent.");
        }

        if (ProtocolNumber is not null)
        {
            if (ProtocolNumber != receipt.ProtocolNumber)
            {
                throw new InvalidOperationException("The case already has another protocol number.");
            }

            return;
        }

        ProtocolNumber = receipt.ProtocolNumber;
        ReceivedAt = receipt.ReceivedAt;
        Version++;
    }

    private static void EnsureNotFuture(DateOnly day, DateTime now)
    {
        if (day > Time.PortalClock.DayOf(now))
        {
            throw new InvalidOperationException("A report tells what has happened: the day is in the future.");
        }
    }

    private void Write(CaseDetails details, DateTime now)
    {
        EnsureNotFuture(details.LastDayAttended, now);
        var isOtherClass = (ClassName, Section) != (details.ClassName, details.Section);
        Describe(details);
        NameKey = PersonSearch.Key(details.Name, details.Surname);
        SchoolSiteId = details.SchoolSiteId;
        SchoolName = details.SchoolName;
        SchoolType = details.SchoolType;
        SiteMunicipalityCode = details.SiteMunicipalityCode;
        Territory = details.Territory;
        ReferentName = details.ReferentName;
        ReferentPhone = details.ReferentPhone;
        ReferentEmail = details.ReferentEmail;
        SecondPhone = details.SecondPhone;
        LastDayAttended = details.LastDayAttended;
        PositiveSwabDate = details.PositiveSwabDate;
        SymptomOnset = details.SymptomOnset;
        if (isOtherClass)
        {
            _contacts.ForEach(contact => contact.ForgetClassmate());
        }

        Version++;
    }

    private void EnsureOpen()
    {
        if (Status == CaseStatus.Closed)
        {
            throw new CaseClosedException(Id);
        }
    }
}
