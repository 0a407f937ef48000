using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Domain.Cases;
using CovidSchoolReporting.Tests.Domain.Places;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Rosters;

/// <summary>Contacts ticked in a class: what is typed once, what is confirmed, and what stays open. The window is 19-20/11/2020.</summary>
public sealed class ClassPickTests
{
    private const string NoCode = "Non comunicato";

    [Fact]
    public void Check_RosterWithoutComuniAndADayOutsideTheWindow_IsReadyOnceBothAreSaid()
    {
        var pick = Of(Pupil("Abbiati", d => d.Domicile = ""));
        (pick.SharedDate, pick.SharedDomicile, pick.Reason) = ("18/11/20", "milano", "Gita di classe");

        var contact = Assert.Single(pick.Check()!);

        Assert.Equal(("18/11/2020", "Milano (MI)"), (contact.LastContactDate, contact.Domicile));
        Assert.Equal("Gita di classe", Assert.Single(contact.Confirmations).Reason);
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(21, false)] // The case was away before the days that count began.
    public void Add_ClassOfTheCase_IsTickedWhenAnybodyCanHaveBeenMet(int from, bool expected)
    {
        var window = new ContactWindow(new DateOnly(2020, 11, from), new DateOnly(2020, 11, 20));

        Assert.Equal(expected, Row(Of(Rulebook.NoOthers with { Window = window }, Pupil("Abbiati"))).IsTicked);
    }

    [Fact]
    public void Check_OwnDayOutsideTheWindow_IsReadyHoweverItIsWritten()
    {
        var pick = Of(Pupil("Abbiati"));
        Row(pick).OwnDate = "18.11.20";
        pick.Look();
        Assert.True(pick.NeedsReason);
        pick.Reason = "Gita di classe";

        Assert.NotNull(pick.Check());
        Assert.NotNull(pick.Check());
    }

    [Fact]
    public void Check_ReasonAmendedAfterwards_IsTheOneThatIsSaved()
    {
        var pick = Of(Pupil("Abbiati", d => d.Phone = ""));
        (pick.SharedDate, pick.Reason) = ("18/11/2020", "Gita");
        Assert.Null(pick.Check());

        (pick.Reason, Row(pick).Draft.Phone) = ("Gita di tutta la classe", "02 7654321");

        Assert.Equal("Gita di tutta la classe", Assert.Single(Assert.Single(pick.Check()!).Confirmations).Reason);
    }

    [Fact]
    public void Check_ReasonTakenAway_IsMissing()
    {
        var pick = Of(Pupil("Abbiati"));
        (pick.SharedDate, pick.Reason) = ("18/11/2020", "Gita");
        Assert.NotNull(pick.Check());

        pick.Reason = "";

        Assert.Null(pick.Check());
        Assert.True(pick.IsReasonMissing);
    }

    [Fact]
    public void Check_TickOfAConfirmationTakenBack_AsksAgain()
    {
        var pick = Of(Pupil("Abbiati", d => d.BirthDate = "13/01/1980"));
        Assert.Null(pick.Check());
        Row(pick).IsConfirmed = true;
        Assert.Equal([RuleCodes.PupilTooOld], Assert.Single(pick.Check()!).Confirmations.Select(given => given.Code));

        Row(pick).IsConfirmed = false;

        Assert.Null(pick.Check());
        Assert.Equal([RuleCodes.PupilTooOld], Row(pick).ToConfirm.Select(finding => finding.Code));
    }

    [Fact]
    public void Check_WarningThatAppearsAfterTheTick_IsNotConfirmedByIt()
    {
        var pick = Of(Pupil("Abbiati", d => d.BirthDate = "13/01/1980"));
        Assert.Null(pick.Check());
        Row(pick).IsConfirmed = true;
        Assert.NotNull(pick.Check());

        Row(pick).Draft.FiscalCode = Rulebook.Completed("RSSLCU80A13F205");

        Assert.Null(pick.Check());
        Assert.Contains(RuleCodes.FiscalCodeSurname, Row(pick).ToConfirm.Select(finding => finding.Code));
        Assert.False(Row(pick).IsConfirmed);
    }

    [Fact]
    public void Check_WarningConfirmedForAnotherCode_IsOpenForThisOne()
    {
        var pick = Of(Pupil("Abbiati"));
        Row(pick).Draft.FiscalCode = Rulebook.Completed("RSSLCU10A13F205");
        Assert.Null(pick.Check());
        Row(pick).IsConfirmed = true;
        Assert.NotNull(pick.Check());

        Row(pick).Draft.FiscalCode = Rulebook.Completed("VRDLCU10A13F205");

        Assert.Null(pick.Check());
    }

    [Fact]
    public void Refuse_WarningThatOnlyTheServerFinds_IsConfirmedByTheTick()
    {
        var pick = Of(Pupil("Abbiati"));
        var twin = new Finding(nameof(ContactDraft.Surname), RuleCodes.SameAsRow, FindingWeight.Warning, "Due volte");
        pick.Refuse(new Dictionary<Guid, IReadOnlyList<Finding>> { [Row(pick).Draft.RequestKey] = [twin] });
        Assert.Equal([twin], Row(pick).ToConfirm);

        Row(pick).IsConfirmed = true;

        Assert.True(Assert.Single(pick.Check()!).Confirms(twin));
    }

    [Fact]
    public void Refuse_DayThatNeedsAReasonNow_AsksForIt()
    {
        var pick = Of(Pupil("Abbiati"));
        var outside = new Finding(nameof(ContactDraft.LastContactDate), RuleCodes.LastContactOutsideWindow, FindingWeight.WarningWithReason, "Fuori");

        pick.Refuse(new Dictionary<Guid, IReadOnlyList<Finding>> { [Row(pick).Draft.RequestKey] = [outside] });

        Assert.True(pick.IsReasonMissing);
    }

    [Fact]
    public void SharedDate_CaseWithoutDaysOfContact_ProposesNone()
    {
        var empty = Rulebook.NoOthers with { Window = new ContactWindow(new DateOnly(2020, 11, 22), new DateOnly(2020, 11, 20)) };

        var pick = Of(empty, Pupil("Abbiati"), Pupil("Bonfanti"));

        Assert.Equal("", pick.SharedDate);
        Assert.Empty(pick.Ticked);
        foreach (var row in pick.Groups[0].Rows)
        {
            row.IsTicked = true;
        }

        Assert.Null(pick.Check());
        Assert.Equal(RuleCodes.LastContactRequired, pick.DateFault!.Code);
        Assert.All(pick.Ticked, row => Assert.Empty(row.Open)); // it is said once, at the day that all share
        Assert.Equal("20/11/2020", Rulebook.NoOthers.ProposedDay);
    }

    private static ClassPick Of(params RosterDraft[] people) => Of(Rulebook.NoOthers, people);

    private static ClassPick Of(ContactSetting setting, params RosterDraft[] people)
    {
        var sheet = new CaseSheet(
            new CaseRow
            {
                Id = 1,
                Surname = "Rossi",
                Name = "Mario",
                FiscalCode = null,
                LastDayAttended = setting.LastDayAttended,
                ContactCount = 0,
                Status = CaseStatus.Open,
                ProtocolNumber = null,
            },
            Drafts.Case(), setting, NoContactsReason: null, ClosedAt: null, Contacts: [])
        {
            Measures = new CaseMeasures(Entities.Policy, null, new DateOnly(2020, 11, 21), setting.LastDayAttended),
        };
        var pick = new ClassPick(sheet, Rulebook.ContactRules, new DraftTidying(Rulebook.Clock, LoadedPlaces.Register)) { SharedNoCodeReason = NoCode };
        var place = new RosterPlace(7, "5", "B");
        pick.Add(
            new RosterClassSheet(
                new RosterClassRow(1, place, "Scuola primaria Calvino", people.Length, setting.LastDayAttended) { LoadKey = Guid.NewGuid() },
                [.. people.Select((person, index) => new RosterEntry(index, person, Rulebook.RosterRules.IdentityOf(person)!))]),
            isOfCase: true);
        return pick;
    }

    private static RosterDraft Pupil(string surname, Action<RosterDraft>? change = null) => Support.Rosters.Person(surname, change);

    private static PickRow Row(ClassPick pick) => Assert.Single(pick.Groups[0].Rows);
}
