using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>Drafts that every rule accepts on 25/11/2020; a test changes the one field that it is about.</summary>
public static class Drafts
{
    /// <summary>A valid code of an invented pupil: ROSSI MARIO, male, born 01/03/2010 in Milano.</summary>
    public const string MarioRossi = "RSSMRA10C01F205I";

    public static CaseDraft Case(Action<CaseDraft>? change = null)
    {
        var draft = new CaseDraft
        {
            RequestKey = Guid.NewGuid(),
            SiteMunicipality = "Milano (MI)",
            SchoolName = "Scuola primaria Calvino",
            SchoolType = SchoolType.Primary,
            ClassName = "5",
            Section = "B",
            ReferentName = "Bianchi Anna",
            ReferentPhone = "02 1234567",
            ReferentEmail = "referente@scuola.example.it",
            Role = PersonRole.Pupil,
            Surname = "Rossi",
            Name = "Mario",
            FiscalCodeUnavailable = true,
            FiscalCodeUnavailableReason = "In attesa di rilascio",
            BirthDate = "01/03/2010",
            Domicile = "Milano (MI)",
            Phone = "333 1234567",
            LastDayAttended = "20/11/2020",
            PositiveSwabDate = "21/11/2020",
        };
        change?.Invoke(draft);
        return draft;
    }

    public static ContactDraft Contact(Action<ContactDraft>? change = null)
    {
        var draft = new ContactDraft
        {
            RequestKey = Guid.NewGuid(),
            Role = PersonRole.Pupil,
            ClassName = "5",
            Section = "B",
            Surname = "Valeri",
            Name = "Valerio",
            FiscalCodeUnavailable = true,
            FiscalCodeUnavailableReason = "In attesa di rilascio",
            BirthDate = "13/01/2010",
            Domicile = "Bertonico (LO)",
            Phone = "336 5555555",
            LastContactDate = "20/11/2020",
        };
        change?.Invoke(draft);
        return draft;
    }

    /// <summary>The rules of October 2020 under a new source, from 01/12/2020.</summary>
    public static PolicyDraft Policy(Action<PolicyDraft>? change = null)
    {
        var october = ReferencePolicies.Load()[1];
        var draft = PolicyDraft.CopyOf(october);
        draft.StartsOn = "01/12/2020";
        draft.Source = "Circolare di prova n. 1 del 30/11/2020";
        change?.Invoke(draft);
        return draft;
    }
}
