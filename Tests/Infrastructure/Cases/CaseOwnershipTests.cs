using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Cases;

/// <summary>Two schools of one town; the first has an open and a closed case, each with a contact.</summary>
public sealed class TwoSchools : IAsyncLifetime
{
    public const int Unknown = 1_000_000;

    public TestPortal Portal { get; private set; } = null!;

    public Actor Owner { get; private set; } = null!;

    public Actor Other { get; private set; } = null!;

    public int OthersOwnCase { get; private set; }

    public Dictionary<string, (int CaseId, int ContactId)> Foreign { get; } = new() { ["unknown"] = (Unknown, Unknown) };

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync();
        Owner = await Portal.AddSchoolAsync();
        Other = await Portal.AddSchoolAsync();
        OthersOwnCase = await Portal.ReportAsync(Other);
        foreach (var state in new[] { "open", "closed" })
        {
            var id = await Portal.ReportAsync(Owner);
            Foreign[state] = (id, await Portal.AddContactAsync(Owner, id));
        }

        await Portal.Reporting.CloseAndSendAsync(Owner, Foreign["closed"].CaseId, null, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

/// <summary>What an actor does not own does not exist for them, whatever they ask and in whatever state it is.</summary>
public sealed class CaseOwnershipTests(TwoSchools schools) : IClassFixture<TwoSchools>
{
    private static readonly Actor[] _agency =
    [
        Actor.OfAgency(900, "Operatore", Role.AgencyOperator, Territory.Milano, Territory.Lodi),
        Actor.OfAgency(901, "Amministratore", Role.AgencyAdministrator),
    ];

    private readonly TestPortal _portal = schools.Portal;

    [Theory]
    [InlineData("open")]
    [InlineData("closed")]
    [InlineData("unknown")]
    public async Task AnotherInstitutesCase_ForEveryCommandAndQuery_IsNotThere(string which)
    {
        var (caseId, contactId) = schools.Foreign[which];
        var before = await _portal.DumpAsync();

        await AssertNothingThereAsync(schools.Other, caseId, contactId);

        Assert.Equal(before, await _portal.DumpAsync());
    }

    [Fact]
    public async Task Agency_ForEverySchoolCommandAndQuery_FindsNothing()
    {
        var before = await _portal.DumpAsync();

        foreach (var actor in _agency)
        {
            var (caseId, contactId) = schools.Foreign["open"];
            await AssertNothingThereAsync(actor, caseId, contactId);
            Assert.IsType<SaveOutcome.NotFound>(await _portal.Reporting.SaveCaseAsync(actor, Drafts.Case(), CancellationToken.None));
            Assert.Empty((await _portal.Queries.ListAsync(actor, new CaseListRequest(), CancellationToken.None)).Rows);
            var start = await _portal.Queries.StartDraftAsync(actor, CancellationToken.None);
            Assert.Equal(("", ""), (start.SchoolName, start.ReferentName));
        }

        Assert.Equal(before, await _portal.DumpAsync());
    }

    [Fact]
    public async Task Contact_RemovedOrUnknownOrOfAnotherCase_LooksTheSame()
    {
        var own = await _portal.ReportAsync(schools.Other);
        var removed = await _portal.AddContactAsync(schools.Other, own);
        var ofAnotherOwnCase = await _portal.AddContactAsync(schools.Other, schools.OthersOwnCase);
        await _portal.Reporting.RemoveContactAsync(schools.Other, own, removed, CancellationToken.None);

        foreach (var id in new[] { removed, ofAnotherOwnCase, schools.Foreign["open"].ContactId, TwoSchools.Unknown })
        {
            var amended = Drafts.Contact(d => (d.Id, d.Revision) = (id, 1));
            Assert.IsType<SaveOutcome.NotFound>(await _portal.Reporting.SaveContactAsync(schools.Other, own, amended, CancellationToken.None));
            Assert.IsType<SaveOutcome.NotFound>(await _portal.Reporting.RemoveContactAsync(schools.Other, own, id, CancellationToken.None));
        }
    }

    [Fact]
    public async Task AnotherInstitutesPerson_SearchedByNameOrCode_IsNotThere()
    {
        var owner = await _portal.AddSchoolAsync();
        await _portal.ReportAsync(owner, Drafts.Case(d =>
        {
            d.FiscalCodeUnavailable = false;
            (d.FiscalCode, d.Surname, d.Name) = ("BRMGLI09C71F205U", "Brambilla", "Giulia");
            d.BirthDate = "31/03/2009";
        }));
        var stranger = await _portal.AddSchoolAsync();

        foreach (var typed in new[] { "BRMGLI09C71F205U", "Brambilla", "giulia" })
        {
            Assert.Single((await ListAsync(owner, typed)).Rows);
            Assert.Empty((await ListAsync(stranger, typed)).Rows);
        }
    }

    [Fact]
    public async Task SamePersonReportedElsewhere_IsReportedWithoutAWord()
    {
        var draft = Drafts.Case(d =>
        {
            d.FiscalCodeUnavailable = false;
            d.FiscalCode = Drafts.MarioRossi;
        });
        await _portal.ReportAsync(await _portal.AddSchoolAsync(), draft);
        draft.RequestKey = Guid.NewGuid();

        var outcome = await _portal.Reporting.SaveCaseAsync(await _portal.AddSchoolAsync(), draft, CancellationToken.None);

        Assert.Equal(1, Assert.IsType<SaveOutcome.Saved>(outcome).Revision);
    }

    [Fact]
    public async Task StartDraft_BeginsWithTheOwnSchoolOnly()
    {
        var fresh = await _portal.AddSchoolAsync("Pandini", "E648");

        var draft = await _portal.Queries.StartDraftAsync(fresh, CancellationToken.None);

        Assert.Equal(("Scuola primaria Pandini", "Lodi (LO)", ""), (draft.SchoolName, draft.SiteMunicipality, draft.ReferentName));
    }

    private async Task AssertNothingThereAsync(Actor actor, int caseId, int contactId)
    {
        var right = Drafts.Case(d => (d.Id, d.Revision) = (caseId, 1));
        var wrong = Drafts.Case(d => (d.Id, d.Revision, d.Surname) = (caseId, 1, ""));
        var unlikely = Drafts.Case(d => (d.Id, d.Revision, d.SchoolName) = (caseId, 1, "Volta"));
        var contact = Drafts.Contact(d => (d.Id, d.Revision) = (contactId, 1));
        var reporting = _portal.Reporting;
        SaveOutcome[] outcomes =
        [
            await reporting.SaveCaseAsync(actor, right, CancellationToken.None),
            await reporting.SaveCaseAsync(actor, wrong, CancellationToken.None),
            await reporting.SaveCaseAsync(actor, unlikely, CancellationToken.None),
            await reporting.SaveContactAsync(actor, caseId, contact, CancellationToken.None),
            await reporting.SaveContactAsync(actor, caseId, Drafts.Contact(), CancellationToken.None),
            await reporting.SaveContactAsync(actor, caseId, Drafts.Contact(d => d.Surname = ""), CancellationToken.None),
            await reporting.RemoveContactAsync(actor, caseId, contactId, CancellationToken.None),
            await reporting.RestoreContactAsync(actor, caseId, contactId, CancellationToken.None),
        ];

        Assert.All(outcomes, outcome => Assert.IsType<SaveOutcome.NotFound>(outcome));
        Assert.IsType<CloseOutcome.NotFound>(await reporting.CloseAndSendAsync(actor, caseId, null, CancellationToken.None));
        Assert.IsType<CloseOutcome.NotFound>(await reporting.CloseAndSendAsync(actor, caseId, "Motivo", CancellationToken.None));
        Assert.Null(await _portal.Queries.FindAsync(actor, caseId, CancellationToken.None));
        Assert.Null(await _portal.Queries.FindRowAsync(actor, caseId, CancellationToken.None));
    }

    private Task<Page<CaseRow>> ListAsync(Actor actor, string typed) =>
        _portal.Queries.ListAsync(actor, new CaseListRequest(Search: typed), CancellationToken.None);
}
