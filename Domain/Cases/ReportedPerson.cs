using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>What a case and a contact have in common: a person of the school.</summary>
public abstract class ReportedPerson
{
    public int Id { get; private set; }

    /// <summary>Made by the screen before the first save, so that the same save sent twice is done once.</summary>
    public Guid RequestKey { get; private protected init; }

    /// <summary>Counts the changes to this person's own fields: a screen that shows an older one must not overwrite it.</summary>
    public int Revision { get; private set; }

    public PersonRole Role { get; private set; }

    public string ClassName { get; private set; } = "";

    public string Section { get; private set; } = "";

    public string Surname { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>As issued: upper case, no blanks. Null when the person has none.</summary>
    public string? FiscalCode { get; private set; }

    /// <summary>The code with omocodia undone: people are compared on it.</summary>
    public string? FiscalCodeKey { get; private set; }

    public string? FiscalCodeUnavailableReason { get; private set; }

    public Sex? Sex { get; private set; }

    public DateOnly BirthDate { get; private set; }

    public string DomicileCode { get; private set; } = "";

    public string Phone { get; private set; } = "";

    /// <summary>«SURNAME NAME» in plain capitals: searched by prefix and sorted on.</summary>
    public string SurnameKey { get; private set; } = "";

    public IReadOnlyList<ConfirmedWarning> ConfirmedWarnings { get; private set; } = [];

    private protected void Describe(PersonDetails details)
    {
        Role = details.Role;
        ClassName = details.ClassName;
        Section = details.Section;
        Surname = details.Surname;
        Name = details.Name;
        FiscalCode = details.FiscalCode?.Value;
        FiscalCodeKey = details.FiscalCode?.ComparisonKey;
        FiscalCodeUnavailableReason = details.FiscalCodeUnavailableReason;
        Sex = details.Sex;
        BirthDate = details.BirthDate;
        DomicileCode = details.DomicileCode;
        Phone = details.Phone;
        SurnameKey = PersonSearch.Key(details.Surname, details.Name);
        ConfirmedWarnings = details.ConfirmedWarnings;
        Revision++;
    }
}
