using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Infrastructure.Simulation;

/// <summary>A report as a school would have typed it: dates that hang together, gaps where schools leave them, contacts of the class.</summary>
internal sealed class SimulatedReport(Random chance, PlaceRegister places)
{
    /// <summary>Of the first 230 real cases 79 came without contacts.</summary>
    private const double WithoutContacts = 79.0 / 230;

    /// <summary>Invented, like the other parts below.</summary>
    private const double OnsetKnown = 0.55, SwabKnown = 0.93, CodeMissing = 0.03, ContactCodeMissing = 0.06;

    public CaseDetails Case(DateOnly day, SimulatedClass group, InventedPerson person, bool isStaff)
    {
        var swab = day.AddDays(-chance.Next(1, 5));
        var last = SchoolDayBefore(swab.AddDays(1 - chance.Next(0, 5)));
        return Person(person, isStaff ? group.StaffRole : PersonRole.Pupil, group, CodeMissing, new CaseDetails
        {
            Role = default,
            ClassName = "",
            Section = "",
            Surname = "",
            Name = "",
            FiscalCode = null,
            FiscalCodeUnavailableReason = null,
            Sex = null,
            BirthDate = default,
            DomicileCode = "",
            Phone = "",
            ConfirmedWarnings = [],
            SchoolSiteId = group.Site.Id,
            SchoolName = group.Site.Name,
            SchoolType = group.Site.Type,
            SiteMunicipalityCode = group.Site.MunicipalityCode,
            Territory = places.FindByCode(group.Site.MunicipalityCode)?.Territory ?? Territory.Milano,
            ReferentName = "Referente Inventato",
            ReferentPhone = "+39399000000",
            ReferentEmail = "referente@scuola.example",
            SecondPhone = null,
            LastDayAttended = last,
            PositiveSwabDate = chance.NextDouble() < SwabKnown ? swab : null,
            SymptomOnset = chance.NextDouble() < OnsetKnown ? swab.AddDays(-chance.Next(0, 4)) : null,
        });
    }

    /// <param name="perCase">How many contacts a case has in the mean, those without any counted.</param>
    public IEnumerable<ContactDetails> Contacts(CaseDetails reported, SimulatedClass group, InventedPerson person, double perCase)
    {
        if (chance.NextDouble() < WithoutContacts)
        {
            yield break;
        }

        var window = reported.LastDayAttended;
        var all = group.Pupils.Select(pupil => (Person: pupil, Role: PersonRole.Pupil))
            .Concat(group.Teachers.Select(teacher => (Person: teacher, Role: group.StaffRole)))
            .Where(one => one.Person != person).ToList();
        var part = Math.Min(1, perCase / (1 - WithoutContacts) / all.Count);
        foreach (var (contact, role) in all.Where(_ => chance.NextDouble() < part))
        {
            yield return Person(contact, role, group, ContactCodeMissing, new ContactDetails
            {
                Role = default,
                ClassName = "",
                Section = "",
                Surname = "",
                Name = "",
                FiscalCode = null,
                FiscalCodeUnavailableReason = null,
                Sex = null,
                BirthDate = default,
                DomicileCode = "",
                Phone = "",
                ConfirmedWarnings = [],
                Address = null,
                LastContactDate = window,
            });
        }
    }

    private static DateOnly SchoolDayBefore(DateOnly day)
    {
        do
        {
            day = day.AddDays(-1);
        }
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        return day;
    }

    private TDetails Person<TDetails>(InventedPerson person, PersonRole role, SimulatedClass group, double codeMissing, TDetails details)
        where TDetails : PersonDetails
    {
        var isMissing = chance.NextDouble() < codeMissing;
        return details with
        {
            Role = role,
            ClassName = group.Name,
            Section = group.Section,
            Surname = person.Surname,
            Name = person.Name,
            FiscalCode = isMissing ? null : person.Code,
            FiscalCodeUnavailableReason = isMissing ? "In attesa di rilascio" : null,
            Sex = person.Sex,
            BirthDate = person.BirthDate,
            DomicileCode = group.Site.MunicipalityCode,
            Phone = person.Phone,
        };
    }
}
