using System.Text.RegularExpressions;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using CovidSchoolReporting.Tests.Access;
using CovidSchoolReporting.Tests.Domain.Cases;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Cases;

/// <summary>The same person twice: said of one's own institute, and of no other.</summary>
public sealed partial class KnownPeopleTests : IAsyncLifetime
{
    private static readonly CancellationToken _none = CancellationToken.None;

    private readonly Statements _statements = new();
    private TestPortal _portal = null!;
    private Actor _school = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services
            .Configure<KnownPeopleOptions>(options => options.RecentDays = 10)
            .ConfigureDbContext<PortalDbContext>(builder => builder.AddInterceptors(_statements)));
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Find_OpenAndClosedCaseAndContact_GivesEachWithItsPlace()
    {
        var open = await _portal.ReportAsync(_school);
        var closed = await _portal.ReportAsync(_school);
        await CloseAsync(closed);
        var other = await _portal.ReportAsync(_school, Drafts.Case(d => d.Surname = "Bruni"));
        var contact = await _portal.AddContactAsync(_school, other, Drafts.Contact(d => (d.Surname, d.Name, d.BirthDate) = ("rossi", "MARIO", "1/3/2010")));

        Assert.Equal(
            [new(closed, null, CaseStatus.Closed), new(open, null, CaseStatus.Open), new(other, contact, CaseStatus.Open)],
            await FindAsync(Drafts.Case()));
    }

    [Fact]
    public async Task Find_CodeOfOneWithoutAndOneWithOmocodia_IsTheSamePerson()
    {
        var byCode = await _portal.ReportAsync(_school, Drafts.Case(d => HasCode(d, "RSSMRA10C0MF205")));
        var byName = await _portal.ReportAsync(_school);

        Assert.Equal([byName, byCode], (await FindAsync(Drafts.Case(d => HasCode(d, Drafts.MarioRossi)))).Select(known => known.CaseId));
        Assert.Equal([byCode], (await FindAsync(Drafts.Case(d => { HasCode(d, Drafts.MarioRossi); (d.Surname, d.BirthDate) = ("", ""); }))).Select(known => known.CaseId));
    }

    [Fact]
    public async Task Find_SameNameWithAnotherCode_IsSomebodyElse()
    {
        await _portal.ReportAsync(_school, Drafts.Case(d => HasCode(d, Drafts.MarioRossi)));

        Assert.Empty(await FindAsync(Drafts.Case(d => HasCode(d, "RSSMRA10C01F839"))));
        Assert.Empty(await FindAsync(Drafts.Case(d => d.BirthDate = "02/03/2010")));
        Assert.Empty(await FindAsync(Drafts.Case(d => d.Name = "")));
    }

    [Fact]
    public async Task Find_ContactOfAClosedCase_IsToldForAsLongAsTheSettingSays()
    {
        var id = await _portal.ReportAsync(_school, Drafts.Case(d => d.Surname = "Bruni"));
        var contact = await _portal.AddContactAsync(_school, id);
        await CloseAsync(id);
        var person = Drafts.Case(d => (d.Surname, d.Name, d.BirthDate) = ("Valeri", "Valerio", "13/01/2010"));

        _portal.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal([new(id, contact, CaseStatus.Closed)], await FindAsync(person));

        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await FindAsync(person));
    }

    [Fact]
    public async Task Find_ItsOwnCaseOrADeletedContact_IsNotTold()
    {
        var own = await _portal.ReportAsync(_school);
        var other = await _portal.ReportAsync(_school, Drafts.Case(d => d.Surname = "Bruni"));
        var contact = await _portal.AddContactAsync(_school, other, Drafts.Contact(d => (d.Surname, d.Name, d.BirthDate) = ("Rossi", "Mario", "01/03/2010")));
        await _portal.Reporting.RemoveContactAsync(_school, other, contact, _none);

        Assert.Empty(await FindAsync(Drafts.Case(), own));
    }

    [Fact]
    public async Task Find_NewCaseThatTheDraftHasJustBecome_IsNotTold()
    {
        var draft = Drafts.Case();
        var twin = await _portal.ReportAsync(_school);

        await _portal.ReportAsync(_school, draft);

        Assert.Equal([twin], (await FindAsync(draft, requestKey: draft.RequestKey)).Select(known => known.CaseId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Find_KnownAtAnotherInstitute_CannotBeToldFromKnownNowhere(bool withCode)
    {
        var other = await _portal.AddSchoolAsync();
        var known = Drafts.Case(d => HasCode(d, Drafts.MarioRossi));
        var id = await _portal.ReportAsync(other, known);
        await _portal.AddContactAsync(other, await _portal.ReportAsync(other, Drafts.Case(d => d.Surname = "Bruni")), Drafts.Contact(d =>
        {
            (d.Surname, d.Name, d.BirthDate) = ("Rossi", "Mario", "01/03/2010");
            HasCode(d, Drafts.MarioRossi);
        }));
        var elsewhere = Drafts.Case(d => { if (withCode) { HasCode(d, Drafts.MarioRossi); } });
        var nowhere = Drafts.Case(d => { d.Surname = "Nessuno"; if (withCode) { HasCode(d, "NSSMRA10C01F205"); } });
        Assert.Equal(id, (await _portal.Get<IKnownPeople>().FindAsync(other, Identity(elsewhere), null, Guid.Empty, _none))[0].CaseId);

        var heard = await _statements.HearAsync(() => FindAsync(elsewhere));
        var silence = await _statements.HearAsync(() => FindAsync(nowhere));

        Assert.Empty(heard.Result);
        Assert.Empty(silence.Result);
        Assert.Equal(silence.Sent, heard.Sent);
        Assert.Equal(withCode ? 4 : 2, heard.Sent.Count);
    }

    [Fact]
    public async Task Find_AnyPerson_SeeksInTheIndexesOfItsOwnInstitute()
    {
        var heard = await _statements.HearAsync(() => FindAsync(Drafts.Case(d => HasCode(d, Drafts.MarioRossi))));

        await using var connection = new SqliteConnection($"Data Source={_portal.DatabasePath}");
        await connection.OpenAsync(_none);
        string[] indexes = ["IX_Cases_ByFiscalCode", "IX_Contacts_ByFiscalCode", "IX_Cases_BySurname", "IX_Contacts_BySurname"];
        Assert.Equal(indexes.Length, heard.Sent.Count);
        foreach (var (sql, index) in heard.Sent.Zip(indexes))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct())
            {
                command.Parameters.AddWithValue(name, 1);
            }

            await using var reader = await command.ExecuteReaderAsync(_none);
            var steps = new List<string>();
            while (await reader.ReadAsync(_none))
            {
                steps.Add(reader.GetString(3));
            }

            Assert.Contains(steps, step => step.Contains($"{index} (InstituteId=?", StringComparison.Ordinal));
            Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task StartFromContact_OfOwnCase_TakesPersonClassAndSchool()
    {
        var id = await _portal.ReportAsync(_school, Drafts.Case(d => (d.ReferentName, d.Section) = ("Neri Carla", "C")));
        var contact = await _portal.AddContactAsync(_school, id, Drafts.Contact(d => HasCode(d, "VLRVLR10A13A811")));
        await CloseAsync(id);

        var draft = (await _portal.Queries.StartFromContactAsync(_school, id, contact, _none))!;

        Assert.Equal(("Valeri", "Valerio", "5", "B", "Neri Carla"), (draft.Surname, draft.Name, draft.ClassName, draft.Section, draft.ReferentName));
        Assert.Equal(("", "", null, 0, Guid.Empty), (draft.LastDayAttended, draft.PositiveSwabDate, draft.Id, draft.Revision, draft.RequestKey));
        (draft.RequestKey, draft.LastDayAttended) = (Guid.NewGuid(), "24/11/2020");
        var own = await _portal.ReportAsync(_school, draft);
        Assert.Single((await _portal.Queries.FindAsync(_school, id, _none))!.Contacts);
        Assert.Contains(new KnownPerson(id, contact, CaseStatus.Closed), await FindAsync(draft, own));
    }

    [Fact]
    public async Task StartFromContact_DeletedOrOfAnotherCaseOrSchool_IsNothing()
    {
        var id = await _portal.ReportAsync(_school);
        var contact = await _portal.AddContactAsync(_school, id);
        var another = await _portal.ReportAsync(_school);

        Assert.Null(await _portal.Queries.StartFromContactAsync(_school, another, contact, _none));
        Assert.Null(await _portal.Queries.StartFromContactAsync(await _portal.AddSchoolAsync("Pandini"), id, contact, _none));
        await _portal.Reporting.RemoveContactAsync(_school, id, contact, _none);
        Assert.Null(await _portal.Queries.StartFromContactAsync(_school, id, contact, _none));
    }

    private static PersonIdentity Identity(PersonDraft draft) => PersonIdentity.Of(draft, new DateOnly(2020, 11, 25));

    /// <summary>A code whose first fifteen characters are these.</summary>
    private static void HasCode(PersonDraft draft, string code) =>
        (draft.FiscalCode, draft.FiscalCodeUnavailable, draft.FiscalCodeUnavailableReason) = (Rulebook.Completed(code[..15]), false, "");

    private Task<IReadOnlyList<KnownPerson>> FindAsync(PersonDraft draft, int? exceptCase = null, Guid? requestKey = null) =>
        _portal.Get<IKnownPeople>().FindAsync(_school, Identity(draft), exceptCase, requestKey ?? Guid.Empty, _none);

    private async Task CloseAsync(int id) => Assert.IsType<CloseOutcome.Closed>(
        await _portal.Reporting.CloseAndSendAsync(_school, id, "Assente", _none));

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
