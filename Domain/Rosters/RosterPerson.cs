using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>A pupil or an operator in a class of a roster. It is written once and never amended: a new list replaces the class.</summary>
public sealed class RosterPerson
{
    private RosterPerson()
    {
    }

    public int Id { get; private set; }

    public int RosterClassId { get; private set; }

    /// <summary>The institute of the class, kept here too so that a search by surname goes through one index.</summary>
    public int InstituteId { get; private init; }

    /// <summary>The plesso of the class, for the same reason.</summary>
    public int SchoolSiteId { get; private init; }

    /// <summary>Made with the row of the list, so that the same save sent twice adds the person once.</summary>
    public Guid RequestKey { get; private init; }

    public PersonRole Role { get; private init; }

    public string Surname { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>As issued: upper case, no blanks. Null when the list did not have it.</summary>
    public string? FiscalCode { get; private init; }

    /// <summary>The code with omocodia undone: people are compared on it.</summary>
    public string? FiscalCodeKey { get; private init; }

    public Sex? Sex { get; private init; }

    public DateOnly BirthDate { get; private init; }

    public string? DomicileCode { get; private init; }

    public string? Address { get; private init; }

    public string? Phone { get; private init; }

    /// <summary>«SURNAME NAME» in plain capitals: searched by prefix and sorted on.</summary>
    public string SurnameKey { get; private init; } = "";

    /// <summary>Warnings that whoever loaded the list confirmed: they are not asked again when the person becomes a contact.</summary>
    public IReadOnlyList<ConfirmedWarning> ConfirmedWarnings { get; private init; } = [];

    internal static RosterPerson Of(RosterClass rosterClass, Guid requestKey, RosterDetails details) => new()
    {
        InstituteId = rosterClass.InstituteId,
        SchoolSiteId = rosterClass.SchoolSiteId,
        RequestKey = requestKey,
        Role = details.Role,
        Surname = details.Surname,
        Name = details.Name,
        FiscalCode = details.FiscalCode?.Value,
        FiscalCodeKey = details.FiscalCode?.ComparisonKey,
        Sex = details.Sex,
        BirthDate = details.BirthDate,
        DomicileCode = details.DomicileCode,
        Address = details.Address,
        Phone = details.Phone,
        SurnameKey = PersonSearch.Key(details.Surname, details.Name),
        ConfirmedWarnings = details.ConfirmedWarnings,
    };
}
