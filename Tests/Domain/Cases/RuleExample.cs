using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Domain.Imports;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>One way to meet a rule, and words that its sentence must hold in each language.</summary>
internal sealed record RuleExample(
    string Code, FindingWeight Weight, string Italian, string English, Func<IReadOnlyList<Finding>> Find)
{
    private static readonly ContactWindow _empty = new(new DateOnly(2020, 11, 22), new DateOnly(2020, 11, 20));

    /// <summary>At least one for each rule: <see cref="RuleTextsTests"/> counts them.</summary>
    public static readonly IReadOnlyList<RuleExample> All =
    [
        Error(RuleCodes.Required, "obbligatorio", "required", d => d.Surname = ""),
        Error(RuleCodes.TooLong, "al massimo 60", "at most 60", d => d.Surname = new string('a', 30_000)),
        Error(RuleCodes.ForbiddenCharacters, "non ammessi", "not allowed", d => d.Surname = "Rossi\u0007"),
        Error(RuleCodes.NotAName, "solo lettere", "Only letters", d => d.Surname = "R0ssi"),
        Error(RuleCodes.NotADate, "Data non valida", "Not a valid date", d => d.BirthDate = "31/02/2010"),
        Error(RuleCodes.NotAPhone, "telefono", "telephone", d => d.Phone = "casa"),
        Error(RuleCodes.NotAnEmail, "e-mail non valido", "Not a valid e-mail", d => d.ReferentEmail = "referente@"),
        Error(RuleCodes.NotAMunicipality, "Comune non riconosciuto", "Municipality not recognised", d => d.Domicile = "Castro"),
        Error(RuleCodes.MunicipalityOutsideTerritory, "Milano o di Lodi", "Milano or Lodi", d => d.SiteMunicipality = "Roma"),
        Warning(RuleCodes.SchoolNotOfInstitute, "plessi", "sites", d => d.SchoolName = "Volta"),
        OfRoster(RuleCodes.NotASite, "un solo plesso", "exactly one site", d => d.SchoolSite = "Liceo Volta"),
        Error(RuleCodes.LastDayInFuture, "ultimo giorno", "last day attended", d => d.LastDayAttended = "26/11/2020"),
        Error(RuleCodes.SwabInFuture, "tampone", "swab", d => d.PositiveSwabDate = "26/11/2020"),
        Error(RuleCodes.OnsetInFuture, "sintomi", "symptom", d => d.SymptomOnset = "26/11/2020"),
        Error(RuleCodes.BirthInFuture, "nascita non può", "birth cannot", d => d.BirthDate = "26/11/2020"),
        Error(RuleCodes.BirthTooLongAgo, "oltre 120 anni", "more than 120 years", d => d.BirthDate = "01/01/1900"),
        Error(RuleCodes.BornAfterEvent, "nascita è successiva", "birth is later", d => d.BirthDate = "21/11/2020"),
        Warning(RuleCodes.PupilTooOld, "più di 25 anni", "over 25", d => d.BirthDate = "01/01/1990"),
        Warning(RuleCodes.OperatorTooYoung, "meno di 16 anni", "under 16", d => d.Role = PersonRole.Teacher),
        OfContact(RuleCodes.LastContactRequired, FindingWeight.Error, "obbligatoria", "required", d => d.LastContactDate = ""),
        OfContact(RuleCodes.LastContactInFuture, FindingWeight.Error, "futuro", "future", d => d.LastContactDate = "26/11/2020"),
        OfContact(
            RuleCodes.LastContactOutsideWindow, FindingWeight.WarningWithReason, "dal 19/11/2020 al 20/11/2020",
            "from 19/11/2020 to 20/11/2020", d => d.LastContactDate = "18/11/2020"),
        OfContact(
            RuleCodes.LastContactAfterLastDay, FindingWeight.WarningWithReason, "successiva all'ultimo giorno", "(20/11/2020)",
            d => d.LastContactDate = "21/11/2020", Rulebook.NoOthers with { Window = null }),
        OfContact(
            RuleCodes.NoContactDays, FindingWeight.WarningWithReason, "non era più a scuola", "(from 22/11/2020)",
            _ => { }, Rulebook.NoOthers with { Window = _empty }),
        OfContact(
            RuleCodes.SameAsCase, FindingWeight.Warning, "il caso stesso", "the case itself",
            d => (d.Surname, d.Name, d.BirthDate) = ("Rossi", "Mario", "01/03/2010")),
        OfContact(
            RuleCodes.SameAsContact, FindingWeight.Warning, "già tra i contatti", "already among the contacts", _ => { },
            Rulebook.NoOthers with { Others = [Rulebook.Person("Valeri", "Valerio", new DateOnly(2010, 1, 13))] }),
        OfContact(
            RuleCodes.GuideNoteMissing, FindingWeight.Error, "scrivere una nota", "write a note",
            d => (d.Role, d.BirthDate, d.GuideAnswers) = (PersonRole.SupportTeacher, "13/01/1980", "Case=Pupil Person=SupportTeacher PhysicalContact=No"),
            Rulebook.NoOthers with { Guide = Entities.OpenCase().GuideFacts }),
        OfContact(
            RuleCodes.SameAsRow, FindingWeight.Warning, "nella riga 7", "in row 7", _ => { },
            Rulebook.NoOthers with { EarlierRow = _ => 7 }),
        new(RuleCodes.SavedOtherwise, FindingWeight.Error, "già stata salvata", "saved before", SaveTwiceOtherwise),
        new(RuleCodes.NotAChoice, FindingWeight.Error, "«Bidello capo»", "“Bidello capo”", JudgeAnUnknownRole),
        Error(RuleCodes.FiscalCodeFormat, "16 caratteri", "16 characters", d => d.HasCode("RSSMRA")),
        Error(RuleCodes.FiscalCodeCheckLetter, "ultima lettera", "last letter", d => d.HasCode("RSSMRA10C01F205A")),
        Error(RuleCodes.FiscalCodeImpossibleDate, "non esiste", "does not exist", d => d.HasCode("RSSMRA10B30F205I")),
        Error(RuleCodes.FiscalCodeProvisionalCheck, "ultima cifra", "last digit", d => d.HasCode("12345678900")),
        Error(RuleCodes.FiscalCodeBirthDate, "(01/03/2010)", "date of birth (01/03/2010)", d =>
        {
            d.HasCode(Drafts.MarioRossi);
            d.BirthDate = "02/03/2010";
        }),
        Error(RuleCodes.FiscalCodeSex, "altro sesso", "other sex", d =>
        {
            d.HasCode(Drafts.MarioRossi);
            d.Sex = Sex.Female;
        }),
        Warning(RuleCodes.FiscalCodeSurname, "al cognome", "the surname", d =>
        {
            d.HasCode(Drafts.MarioRossi);
            d.Surname = "Verdi";
        }),
        Warning(RuleCodes.FiscalCodeName, "al nome", "the name", d =>
        {
            d.HasCode(Drafts.MarioRossi);
            d.Name = "Luca";
        }),
        Warning(RuleCodes.FiscalCodePlace, "luogo di nascita", "(Z999)", d => d.HasCode(Rulebook.Completed("RSSMRA10C01Z999"))),
        Warning(RuleCodes.FiscalCodePlaceNotThen, "non esisteva", "did not exist", d => d.HasCode(Rulebook.Completed("RSSMRA10C01A003"))),
        Error(RuleCodes.FiscalCodeReason, "Indicare perché", "Say why", d => d.FiscalCodeUnavailableReason = ""),
        OfPolicy(RuleCodes.PolicySource, "Indicare la fonte", "Give the source", d => d.Source = " "),
        OfPolicy(RuleCodes.PolicyCount, "da 0 a 60", "from 0 to 60", d => d.WindowDaysBefore = "-1"),
        OfPolicy(RuleCodes.PolicyClusterCases, "almeno 2 casi", "at least 2 cases", d => d.ClusterCases = "1"),
        OfPolicy(RuleCodes.PolicyDayTaken, "n. 36254", "n. 36254", d => d.StartsOn = "11/08/2021"),
        OfPolicy(RuleCodes.PolicyBeforeInForce, "(12/10/2020)", "(12/10/2020)", d => d.StartsOn = "11/10/2020"),
        OfPolicy(RuleCodes.PolicyStartPassed, "già passato", "has passed", d => d.StartsOn = "24/11/2020"),
        OfPolicy(RuleCodes.PolicyNoEnd, "non avrebbe una fine", "no end", d => d.Contacts[0].DaysWithTest = d.Contacts[0].DaysWithoutTest = ""),
        OfPolicy(RuleCodes.PolicyWithoutTestShorter, "più breve che con il test", "shorter than with", d => d.Contacts[0].DaysWithoutTest = "9"),
        OfPolicy(RuleCodes.PolicySymptomFreeLonger, "gli ultimi dell'isolamento", "the last ones", d => d.Case[0].SymptomFreeDays = "11"),
        OfPolicy(RuleCodes.PolicyLongestShorter, "durata massima", "longest duration", d => d.Case[0].LongestDays = "9"),
        OfLetter(RuleCodes.LetterTitleField, "non può contenere campi", "cannot hold fields", d => d.Title = "Per {Cognome}"),
        OfLetter(RuleCodes.LetterUnknownField, "il campo {Cogome} non esiste", "no field {Cogome}", d => d.Body = "Per {Cogome}"),
        OfLetter(RuleCodes.LetterBrace, "una sola parentesi graffa per parte: {Cognome}", "a single brace on each side: {Cognome}", d => d.Body = "Per {{Cognome}}"),
        OfLetter(RuleCodes.LetterUnprintable, "non può essere stampato", "cannot be printed", d => d.Body = "学校"),
        OfDecision(RuleCodes.OwnEndBeforeContact, "(20/11/2020)", "(20/11/2020)", d => d.OwnEnd = "19/11/2020"),
        OfDecision(RuleCodes.OwnEndTooLate, "oltre 60 giorni", "more than 60 days", d => d.OwnEnd = "20/01/2021"),
        OfDecision(RuleCodes.OwnEndReason, "perché la fine è diversa", "why the end", d => d.Reason = ""),
        OfDecision(RuleCodes.OwnEndMissing, "cancellare il motivo", "delete the reason", d => d.OwnEnd = ""),
        new(RuleCodes.NoContactsReason, FindingWeight.Error, "indicare il motivo", "give the reason", CloseWithoutAReason),
    ];

    private static RuleExample Error(string code, string italian, string english, Action<CaseDraft> change) =>
        new(code, FindingWeight.Error, italian, english, () => Rulebook.CaseRules.Check(Drafts.Case(change), Rulebook.OneSite));

    private static RuleExample Warning(string code, string italian, string english, Action<CaseDraft> change) =>
        Error(code, italian, english, change) with { Weight = FindingWeight.Warning };

    private static RuleExample OfContact(
        string code, FindingWeight weight, string italian, string english, Action<ContactDraft> change, ContactSetting? setting = null) =>
        new(code, weight, italian, english, () => Rulebook.ContactRules.Check(Drafts.Contact(change), setting ?? Rulebook.NoOthers));

    private static RuleExample OfPolicy(string code, string italian, string english, Action<PolicyDraft> change) =>
        new(code, FindingWeight.Error, italian, english, () => Rulebook.PolicyRules.Check(Drafts.Policy(change), Entities.Policies));

    private static RuleExample OfLetter(string code, string italian, string english, Action<LetterTemplateDraft> change) => new(
        code, FindingWeight.Error, italian, english, () =>
        {
            var draft = new LetterTemplateDraft { Kind = LetterKind.ContactQuarantine, Title = "Quarantena", Body = "Per {Nome} {Cognome}" };
            change(draft);
            return new LetterTemplateValidator().Check(draft);
        });

    private static RuleExample OfDecision(string code, string italian, string english, Action<DecisionDraft> change)
    {
        var draft = new DecisionDraft { Status = ContactStatus.Close, OwnEnd = "30/11/2020", Reason = "Accordo con il medico" };
        change(draft);
        return new(code, FindingWeight.Error, italian, english, () => Rulebook.DecisionRules.Check(draft, [new DateOnly(2020, 11, 20)]));
    }

    private static RuleExample OfRoster(string code, string italian, string english, Action<RosterDraft> change) => new(
        code, FindingWeight.Error, italian, english,
        () => Rulebook.RosterRules.Check(Support.Rosters.Person(change: change), new RosterSetting(Rulebook.OneSite.Sites, Rulebook.OneSite.Sites[0])));

    private static IReadOnlyList<Finding> SaveTwiceOtherwise()
    {
        var reporting = ReportingOf(Entities.OpenCase());
        var draft = Drafts.Contact();
        Assert.IsType<SaveManyOutcome.Saved>(Save());
        draft.Section = "Altra";
        return Assert.Single(Assert.IsType<SaveManyOutcome.Refused>(Save()).Rows).Value;

        SaveManyOutcome Save() =>
            reporting.SaveContactsAsync(Entities.Referent, 0, [draft], CancellationToken.None).GetAwaiter().GetResult();
    }

    private static IReadOnlyList<Finding> JudgeAnUnknownRole()
    {
        var target = ImportSheets.Target();
        var blank = target.Blank(1);
        var row = blank with { Cells = blank.Cells.SetItem(target.IndexOf(nameof(PersonDraft.Role)), "Bidello capo") };
        return target.Judge(row, target.DraftOf(row), _ => null);
    }

    private static CaseReporting ReportingOf(CovidCase covidCase) =>
        new(new LoneCaseStore(covidCase), new ReferencePolicyStore(), Rulebook.CaseRules, Rulebook.ContactRules, Rulebook.Reader, Rulebook.Clock);

    private static IReadOnlyList<Finding> CloseWithoutAReason()
    {
        var asked = ReportingOf(Entities.OpenCase()).CloseAndSendAsync(Entities.Referent, 0, " ", CancellationToken.None);
        Assert.True(asked.IsCompletedSuccessfully);
        return [Assert.IsType<CloseOutcome.Incomplete>(asked.GetAwaiter().GetResult()).Missing];
    }
}
