using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>
/// Which letters a report calls for: one for the class, one for each contact whom the agency's decision puts in quarantine, one for the
/// end of the case's own isolation. Where the rules tell groups apart (vaccinated or not), which the portal does not know of a person, the longest term is written.
/// </summary>
public sealed class DueLetters(PlaceRegister places)
{
    /// <param name="decisions">All about its contacts: nobody is written to of whom nothing is decided.</param>
    public IReadOnlyList<DueLetter> Of(ReportSheet sheet, IEnumerable<DecisionRow> decisions, DateOnly today)
    {
        List<DueLetter> contacts =
        [
            .. from decided in DecidedContact.Of(sheet, decisions)
               let period = decided.Period
               where period is { Kind: MeasureKind.Quarantine }
               select OfContact(sheet, decided.Contact, period, today),
        ];
        return [.. new[] { OfClass(sheet, contacts, today) }.OfType<DueLetter>(), .. contacts, .. new[] { OfCase(sheet, today) }.OfType<DueLetter>()];
    }

    private DueLetter OfContact(ReportSheet sheet, ReportedContact contact, MeasurePeriod period, DateOnly today)
    {
        var person = contact.Person;
        var values = ValuesOf(sheet, person, today);
        values[LetterField.QuarantineStart] = LenientDate.Format(period.From);
        values[LetterField.QuarantineEnd] = LenientDate.Format(period.To);
        if (period.ToWithTest is { } withTest)
        {
            values[LetterField.QuarantineEndWithTest] = LenientDate.Format(withTest);
        }
        else if (period.NeedsTest)
        {
            values[LetterField.QuarantineEndsOnlyWithTest] = LenientDate.Format(period.To);
        }

        return new DueLetter(
            sheet.Row.Id, LetterKind.ContactQuarantine, contact.ContactId, $"{person.Surname} {person.Name}", period.From, period.To, values)
        {
            TestDay = period.ToWithTest ?? (period.NeedsTest ? period.To : null),
            PersonKey = KeyOf(person),
        };
    }

    private static string KeyOf(ReportedPersonData person) => (person.FiscalCode is { } code ? PersonSearch.FiscalCodeKey(code) : null)
        ?? $"{PersonSearch.Key(person.Surname, person.Name)} {person.BirthDate:yyyy-MM-dd}";

    /// <summary>The period of the class spans those of its contacts: the school learns nobody's own dates.</summary>
    private DueLetter? OfClass(ReportSheet sheet, List<DueLetter> contacts, DateOnly today)
    {
        if (contacts.Count == 0)
        {
            return null;
        }

        var (from, to) = (contacts.Min(letter => letter.From), contacts.Max(letter => letter.To)!.Value);
        var values = ValuesOf(sheet, null, today);
        values[LetterField.QuarantineStart] = LenientDate.Format(from);
        values[LetterField.QuarantineEnd] = LenientDate.Format(to);
        var onlyTest = contacts.Where(letter => letter.Values.ContainsKey(LetterField.QuarantineEndsOnlyWithTest)).Max(letter => letter.TestDay);
        if (onlyTest is { } testDay)
        {
            values[LetterField.QuarantineEndsOnlyWithTest] = LenientDate.Format(testDay);
        }

        return new DueLetter(
            sheet.Row.Id, LetterKind.ClassMeasure, null, values[LetterField.ClassName], from, to, values)
        {
            TestDay = onlyTest,
        };
    }

    private DueLetter? OfCase(ReportSheet sheet, DateOnly today)
    {
        var longest = sheet.Measures.LongestIsolation;
        if (longest is null || (sheet.Amended.SymptomOnset ?? sheet.Amended.PositiveSwabDate) is not { } start || (longest.Earliest ?? longest.Latest) is null)
        {
            return null;
        }

        var person = sheet.Amended.Person;
        var values = ValuesOf(sheet, person, today);
        values[LetterField.IsolationStart] = LenientDate.Format(start);
        Put(LetterField.IsolationEnd, longest.Earliest);
        Put(LetterField.IsolationLongest, longest.Latest);
        return new DueLetter(
            sheet.Row.Id, LetterKind.IsolationEnd, null, $"{person.Surname} {person.Name}", start, longest.Earliest ?? longest.Latest, values)
        {
            PersonKey = KeyOf(person),
        };

        void Put(LetterField field, DateOnly? day)
        {
            if (day is { } known)
            {
                values[field] = LenientDate.Format(known);
            }
        }
    }

    /// <summary>What every letter may say. Of the class alone, nothing of a person is there to be written.</summary>
    private Dictionary<LetterField, string> ValuesOf(ReportSheet sheet, ReportedPersonData? person, DateOnly today)
    {
        var report = sheet.Amended;
        Dictionary<LetterField, string> values = new()
        {
            [LetterField.SchoolName] = report.SchoolName,
            [LetterField.Municipality] = places.FindByCode(report.SiteMunicipalityCode)?.Label ?? report.SiteMunicipalityCode,
            [LetterField.ClassName] = person is null ? ClassLabel.Of(report.Person.ClassName, report.Person.Section) : ClassLabel.Of(person.ClassName, person.Section),
            [LetterField.Protocol] = sheet.Row.ProtocolNumber,
            [LetterField.Today] = LenientDate.Format(today),
        };
        if (person is not null)
        {
            // An accent that was typed apart from its letter is printed as the one character that the font has.
            values[LetterField.Surname] = person.Surname.Normalize();
            values[LetterField.Name] = person.Name.Normalize();
            values[LetterField.BirthDate] = LenientDate.Format(person.BirthDate);
        }

        return values;
    }
}
