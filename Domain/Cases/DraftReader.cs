using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>Turns drafts that the rules found right into details, and what is stored back into drafts for a screen.</summary>
public sealed class DraftReader(PortalClock clock, PlaceRegister places)
{
    /// <summary>Reads a case draft without errors.</summary>
    /// <param name="findings">What the rules found: the confirmations that answer a present warning stay with the record.</param>
    /// <exception cref="InvalidOperationException">The draft still has an error.</exception>
    public CaseDetails Read(CaseDraft draft, CaseSetting setting, IReadOnlyList<Finding> findings)
    {
        var municipality = Municipality(draft.SiteMunicipality);
        return new CaseDetails
        {
            Role = Given(draft.Role),
            ClassName = draft.ClassName.Trim(),
            Section = draft.Section.Trim(),
            Surname = draft.Surname.Trim(),
            Name = draft.Name.Trim(),
            FiscalCode = Code(draft),
            FiscalCodeUnavailableReason = UnavailableReason(draft),
            Sex = draft.Sex,
            BirthDate = Day(draft.BirthDate),
            DomicileCode = Municipality(draft.Domicile).Code,
            Phone = Phone(draft.Phone),
            ConfirmedWarnings = Confirmed(draft, findings),
            SchoolSiteId = setting.Find(draft.SchoolName, municipality)?.Id,
            SchoolName = draft.SchoolName.Trim(),
            SchoolType = Given(draft.SchoolType),
            SiteMunicipalityCode = municipality.Code,
            Territory = Given(municipality.Territory),
            ReferentName = draft.ReferentName.Trim(),
            ReferentPhone = Phone(draft.ReferentPhone),
            ReferentEmail = draft.ReferentEmail.Trim(),
            SecondPhone = string.IsNullOrWhiteSpace(draft.SecondPhone) ? null : Phone(draft.SecondPhone),
            LastDayAttended = Day(draft.LastDayAttended),
            PositiveSwabDate = DayOrNone(draft.PositiveSwabDate),
            SymptomOnset = DayOrNone(draft.SymptomOnset),
        };
    }

    /// <summary>Reads a contact draft without errors.</summary>
    /// <inheritdoc cref="Read(CaseDraft, CaseSetting, IReadOnlyList{Finding})" path="/exception"/>
    public ContactDetails Read(ContactDraft draft, IReadOnlyList<Finding> findings) => new()
    {
        Role = Given(draft.Role),
        ClassName = draft.ClassName.Trim(),
        Section = draft.Section.Trim(),
        Surname = draft.Surname.Trim(),
        Name = draft.Name.Trim(),
        FiscalCode = Code(draft),
        FiscalCodeUnavailableReason = UnavailableReason(draft),
        Sex = draft.Sex,
        BirthDate = Day(draft.BirthDate),
        DomicileCode = Municipality(draft.Domicile).Code,
        Phone = Phone(draft.Phone),
        ConfirmedWarnings = Confirmed(draft, findings),
        Address = string.IsNullOrWhiteSpace(draft.Address) ? null : draft.Address.Trim(),
        LastContactDate = Day(draft.LastContactDate),
    };

    /// <summary>
    /// Reads a contact draft without errors for the case that it belongs to. Answers in the guide that were given before the role or
    /// the case was amended say nothing about what is saved now.
    /// </summary>
    /// <inheritdoc cref="Read(CaseDraft, CaseSetting, IReadOnlyList{Finding})" path="/exception"/>
    public ContactDetails Read(CovidCase stored, ContactDraft draft, IReadOnlyList<Finding> findings) =>
        Read(draft, findings) with
        {
            Appraisal = stored.GuideFacts.Appraise(
                draft.Role, draft.ClassName, draft.Section, GuideAnswers.Parse(draft.GuideAnswers), draft.GuideNote),
        };

    public CaseDraft Draft(CovidCase stored)
    {
        var draft = new CaseDraft
        {
            SiteMunicipality = Label(stored.SiteMunicipalityCode),
            SchoolName = stored.SchoolName,
            SchoolType = stored.SchoolType,
            ReferentName = stored.ReferentName,
            ReferentPhone = ShownPhone(stored.ReferentPhone),
            ReferentEmail = stored.ReferentEmail,
            SecondPhone = stored.SecondPhone is null ? "" : ShownPhone(stored.SecondPhone),
            LastDayAttended = LenientDate.Format(stored.LastDayAttended),
            PositiveSwabDate = Shown(stored.PositiveSwabDate),
            SymptomOnset = Shown(stored.SymptomOnset),
        };
        Fill(draft, stored);
        return draft;
    }

    /// <summary>The school fields of a case, to begin another one with.</summary>
    public CaseDraft Begin(CovidCase before) => new()
    {
        SiteMunicipality = Label(before.SiteMunicipalityCode),
        SchoolName = before.SchoolName,
        SchoolType = before.SchoolType,
        ReferentName = before.ReferentName,
        ReferentPhone = ShownPhone(before.ReferentPhone),
        ReferentEmail = before.ReferentEmail,
    };

    /// <summary>A contact who has become positive: the person and the school are known, the days are another matter.</summary>
    public CaseDraft Begin(CovidCase before, Contact contact)
    {
        var draft = Begin(before);
        Fill(draft, contact);
        draft.RequestKey = Guid.Empty;
        draft.Id = null;
        draft.Revision = 0;
        draft.Confirmations = [];
        return draft;
    }

    public ContactDraft Draft(Contact stored)
    {
        var draft = new ContactDraft
        {
            Address = stored.Address ?? "",
            LastContactDate = LenientDate.Format(stored.LastContactDate),
            GuideAnswers = stored.Appraisal?.Answers.ToString() ?? "",
            GuideNote = stored.Appraisal?.Note ?? "",
        };
        Fill(draft, stored);
        return draft;
    }

    /// <summary>The comune as lists and fields show it.</summary>
    public string Label(string municipalityCode) => places.FindByCode(municipalityCode)?.Label ?? municipalityCode;

    private static string Shown(DateOnly? day) => day is { } known ? LenientDate.Format(known) : "";

    /// <summary>A stored telephone number as screens write it.</summary>
    public static string ShownPhone(string stored) => PhoneNumber.TryParse(stored, out _)?.Display ?? stored;

    private static TValue Given<TValue>(TValue? value)
        where TValue : struct => value ?? throw Unread();

    private static string Phone(string typed) => PhoneNumber.TryParse(typed, out _)?.Normalised ?? throw Unread();

    private static FiscalCode? Code(PersonDraft draft) =>
        draft.FiscalCodeUnavailable ? null : FiscalCode.TryParse(draft.FiscalCode, out _) ?? throw Unread();

    private static string? UnavailableReason(PersonDraft draft) =>
        draft.FiscalCodeUnavailable ? draft.FiscalCodeUnavailableReason.Trim() : null;

    private static List<ConfirmedWarning> Confirmed(PersonDraft draft, IReadOnlyList<Finding> findings) =>
        [.. draft.Confirmations.Where(c => findings.Any(f => f.Code == c.Code && f.Field == c.Field))];

    private static InvalidOperationException Unread() => new("The draft still has errors: check it before it is read.");

    private DateOnly Day(string typed) => DayOrNone(typed) ?? throw Unread();

    private DateOnly? DayOrNone(string typed) => LenientDate.TryParse(typed, clock.Today, out var day) ? day : null;

    private Municipality Municipality(string typed) => places.Resolve(typed) ?? throw Unread();

    private void Fill(PersonDraft draft, ReportedPerson stored)
    {
        draft.RequestKey = stored.RequestKey;
        draft.Id = stored.Id;
        draft.Revision = stored.Revision;
        draft.Role = stored.Role;
        draft.ClassName = stored.ClassName;
        draft.Section = stored.Section;
        draft.Surname = stored.Surname;
        draft.Name = stored.Name;
        draft.FiscalCode = stored.FiscalCode ?? "";
        draft.FiscalCodeUnavailable = stored.FiscalCode is null;
        draft.FiscalCodeUnavailableReason = stored.FiscalCodeUnavailableReason ?? "";
        draft.Sex = stored.Sex;
        draft.BirthDate = LenientDate.Format(stored.BirthDate);
        draft.Domicile = Label(stored.DomicileCode);
        draft.Phone = ShownPhone(stored.Phone);
        draft.Confirmations = [.. stored.ConfirmedWarnings];
    }
}
