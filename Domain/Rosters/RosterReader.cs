using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>Turns rows that the rules found right into details, and what is stored back into drafts for a screen.</summary>
public sealed class RosterReader(PortalClock clock, PlaceRegister places)
{
    /// <summary>Reads a row without errors.</summary>
    /// <param name="findings">What the rules found: the confirmations that answer a present warning stay with the person.</param>
    /// <exception cref="InvalidOperationException">The row still has an error.</exception>
    public RosterDetails Read(RosterDraft draft, IReadOnlyList<Finding> findings) => new()
    {
        Role = draft.Role ?? throw Unread(),
        Surname = draft.Surname.Trim(),
        Name = draft.Name.Trim(),
        FiscalCode = IsBlank(draft.FiscalCode) ? null : FiscalCode.TryParse(draft.FiscalCode, out _) ?? throw Unread(),
        Sex = draft.Sex,
        BirthDate = LenientDate.TryParse(draft.BirthDate, clock.Today, out var born) ? born : throw Unread(),
        DomicileCode = IsBlank(draft.Domicile) ? null : places.Resolve(draft.Domicile)?.Code ?? throw Unread(),
        Address = IsBlank(draft.Address) ? null : draft.Address.Trim(),
        Phone = IsBlank(draft.Phone) ? null : PhoneNumber.TryParse(draft.Phone, out _)?.Normalised ?? throw Unread(),
        ConfirmedWarnings = [.. draft.Confirmations.Where(c => findings.Any(f => f.Code == c.Code && f.Field == c.Field))],
    };

    /// <summary>A person of the roster as screens need them.</summary>
    public RosterEntry Entry(RosterPerson stored, RosterPlace place, string siteName) => new(
        stored.Id,
        new RosterDraft
        {
            Role = stored.Role,
            SchoolSite = siteName,
            ClassName = place.ClassName,
            Section = place.Section,
            Surname = stored.Surname,
            Name = stored.Name,
            FiscalCode = stored.FiscalCode ?? "",
            Sex = stored.Sex,
            BirthDate = LenientDate.Format(stored.BirthDate),
            Domicile = stored.DomicileCode is { } code ? places.FindByCode(code)?.Label ?? code : "",
            Address = stored.Address ?? "",
            Phone = stored.Phone is { } phone ? DraftReader.ShownPhone(phone) : "",
            Confirmations = [.. stored.ConfirmedWarnings],
        },
        new PersonIdentity(stored.FiscalCodeKey, stored.SurnameKey, stored.BirthDate));

    private static bool IsBlank(string typed) => string.IsNullOrWhiteSpace(typed);

    private static InvalidOperationException Unread() => new("The row still has errors: check it before it is read.");
}
