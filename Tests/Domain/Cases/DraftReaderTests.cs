using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Support;
using static CovidSchoolReporting.Tests.Domain.Cases.Rulebook;

namespace CovidSchoolReporting.Tests.Domain.Cases;

public sealed class DraftReaderTests
{
    /// <summary>What only a stored record gives; everything else must come back as it was typed.</summary>
    private static readonly string[] _givenByTheStore = [nameof(PersonDraft.Id), nameof(PersonDraft.Revision)];

    [Fact]
    public void Draft_OfACaseWithEveryFieldFilled_GivesBackEveryText()
    {
        var typed = Filled<CaseDraft>(d =>
        {
            d.SiteMunicipality = "Bertonico (LO)";
            d.SchoolName = "Scuola primaria Calvino";
            d.SchoolType = SchoolType.LowerSecondary;
            d.ReferentName = "D'Angelò-Müller Anna";
            d.ReferentPhone = "0371 12345";
            d.ReferentEmail = "referente@scuola.example.it";
            d.SecondPhone = "+41911234567";
            d.LastDayAttended = "20/11/2020";
            d.PositiveSwabDate = "21/11/2020";
            d.SymptomOnset = "19/11/2020";
            d.Confirmations = [new(RuleCodes.SchoolNotOfInstitute, nameof(CaseDraft.SchoolName), null)];
        });

        var stored = CovidCase.Open(Entities.Referent, typed.RequestKey, Entities.Details(typed), Entities.Policy, Entities.Now);

        AssertSame(typed, Reader.Draft(stored));
        Assert.Equal(Territory.Lodi, stored.Territory);
        Assert.Equal("+39037112345", stored.ReferentPhone);
    }

    [Fact]
    public void Draft_OfAContactWithEveryFieldFilled_GivesBackEveryText()
    {
        var typed = Filled<ContactDraft>(d =>
        {
            d.Address = "Via Roma 1";
            d.LastContactDate = "18/11/2020";
            (d.Role, d.GuideAnswers) = (PersonRole.SupportTeacher, "Case=Pupil Person=SupportTeacher PhysicalContact=No");
            d.GuideNote = "Seduti vicini";
            d.Confirmations = [new(RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate), "Festa di compleanno")];
        });

        var stored = Entities.OpenCase().AddContact(typed.RequestKey, Entities.Details(typed), Entities.Now);

        AssertSame(typed, Reader.Draft(stored));
    }

    [Fact]
    public void Draft_OfOptionalFieldsLeftEmpty_LeavesThemEmpty()
    {
        var typed = Drafts.Case(d => d.PositiveSwabDate = "");

        AssertSame(typed, Reader.Draft(CovidCase.Open(Entities.Referent, typed.RequestKey, Entities.Details(typed), Entities.Policy, Entities.Now)));
    }

    [Fact]
    public void Read_TypedInAnotherForm_StoresOneForm()
    {
        var details = Entities.Details(Drafts.Case(d =>
        {
            d.HasCode(" rssmra 10c01 f205i ");
            d.Surname = " Rossi ";
            d.BirthDate = "1/3/10";
            d.Domicile = "san teodoro (me)";
            d.SiteMunicipality = "milano";
            d.SchoolName = " scuola primaria CALVINO ";
            d.Phone = "0039 333/1234567";
        }));

        Assert.Equal(("Rossi", Drafts.MarioRossi), (details.Surname, details.FiscalCode!.Value));
        Assert.Equal((new DateOnly(2010, 3, 1), "+393331234567"), (details.BirthDate, details.Phone));
        Assert.Equal(("F205", "I328"), (details.SiteMunicipalityCode, details.DomicileCode));
        Assert.Equal(7, details.SchoolSiteId);
    }

    [Fact]
    public void Read_CodeNotAvailable_ForgetsWhatTheHiddenFieldHolds()
    {
        var details = Entities.Details(Drafts.Contact(d => d.FiscalCode = "ABC"));

        Assert.Null(details.FiscalCode);
        Assert.Equal("In attesa di rilascio", details.FiscalCodeUnavailableReason);
    }

    [Fact]
    public void Read_CodeGiven_ForgetsTheReasonForHavingNone()
    {
        var details = Entities.Details(Drafts.Case(d =>
        {
            d.HasCode(Drafts.MarioRossi);
            d.FiscalCodeUnavailableReason = "di prima";
        }));

        Assert.Null(details.FiscalCodeUnavailableReason);
    }

    [Fact]
    public void Read_Confirmations_KeepsOnlyThoseOfWarningsThatStand()
    {
        var details = Entities.Details(Drafts.Case(d =>
        {
            d.BirthDate = "01/01/1990";
            d.Confirmations =
            [
                new(RuleCodes.PupilTooOld, nameof(PersonDraft.BirthDate), null),
                new(RuleCodes.SchoolNotOfInstitute, nameof(CaseDraft.SchoolName), null),
                new(RuleCodes.PupilTooOld, nameof(PersonDraft.Surname), null),
            ];
        }));

        Assert.Equal([new ConfirmedWarning(RuleCodes.PupilTooOld, nameof(PersonDraft.BirthDate), null)], details.ConfirmedWarnings);
    }

    [Theory]
    [InlineData(nameof(PersonDraft.Role))]
    [InlineData(nameof(PersonDraft.BirthDate))]
    [InlineData(nameof(PersonDraft.Domicile))]
    [InlineData(nameof(PersonDraft.Phone))]
    [InlineData(nameof(CaseDraft.SiteMunicipality))]
    [InlineData(nameof(CaseDraft.SchoolType))]
    [InlineData(nameof(CaseDraft.ReferentPhone))]
    [InlineData(nameof(CaseDraft.LastDayAttended))]
    public void Read_FieldThatCannotBeRead_Throws(string field)
    {
        var draft = Drafts.Case();
        var property = typeof(CaseDraft).GetProperty(field)!;
        property.SetValue(draft, property.PropertyType == typeof(string) ? "?" : null);

        Assert.Throws<InvalidOperationException>(() => Reader.Read(draft, OneSite, []));
    }

    private static TDraft Filled<TDraft>(Action<TDraft> change)
        where TDraft : PersonDraft, new()
    {
        var draft = new TDraft
        {
            RequestKey = Guid.NewGuid(),
            Role = PersonRole.SupportTeacher,
            ClassName = "5ª",
            Section = "Bolla blu",
            Surname = "Brambilla",
            Name = "Giulia",
            FiscalCode = "BRMGLI79C71F205R",
            Sex = Sex.Female,
            BirthDate = "31/03/1979",
            Domicile = "San Teodoro (ME)",
            Phone = "333 1234567",
        };
        draft.FiscalCode = Completed("BRMGLI79C71F205");
        change(draft);

        // A property that somebody adds must be filled in here, or the comparison would not see it.
        var blank = new TDraft();
        string[] mayStayBlank = [.. _givenByTheStore, nameof(PersonDraft.FiscalCodeUnavailable), nameof(PersonDraft.FiscalCodeUnavailableReason)];
        Assert.All(
            typeof(TDraft).GetProperties().Where(p => !mayStayBlank.Contains(p.Name)),
            p => Assert.NotEqual(p.GetValue(blank), p.GetValue(draft)));
        return draft;
    }

    private static void AssertSame<TDraft>(TDraft typed, TDraft read)
        where TDraft : PersonDraft =>
        Assert.All(
            typeof(TDraft).GetProperties().Where(p => !_givenByTheStore.Contains(p.Name)),
            p => Assert.Equivalent(p.GetValue(typed), p.GetValue(read), strict: true));
}
