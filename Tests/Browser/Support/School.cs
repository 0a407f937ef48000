using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Somebody who signs in with a password.</summary>
public sealed record Account(string Name, string Email)
{
    public const string Password = "una password di prova";
}

/// <summary>A school as a test finds it: its people, and cases that are already there.</summary>
public sealed class School
{
    private readonly TestPortal _database;
    private readonly Actor _actor;

    private School(TestPortal database, Actor actor, Account referent, Account colleague)
    {
        _database = database;
        _actor = actor;
        Referent = referent;
        Colleague = colleague;
    }

    public Account Referent { get; }

    public Account Colleague { get; }

    internal static async Task<School> RegisterAsync(TestPortal database)
    {
        var code = $"MI{Guid.NewGuid():N}"[..10].ToUpperInvariant();
        var institute = Institute.Register(code, "Istituto Comprensivo Manzoni");
        institute.AddSite($"{code}1", "Scuola primaria Calvino", SchoolType.Primary, "F205");
        await database.Get<InstituteRegister>().EnsureAsync(institute);

        var referent = new Account("Ortensia Zanardelli", $"referente@{code}.example");
        var colleague = new Account("Ulderico Bonfantini", $"collega@{code}.example");
        foreach (var account in (Account[])[referent, colleague])
        {
            Assert.Empty(await database.Get<UserDirectory>().RegisterAsync(
                [new UserRegistration(account.Email, account.Name, Role.Referent, code, new HashSet<Territory>())]));
            await database.Get<EmbeddedAccounts>().SetPasswordAsync(account.Email, Account.Password);
        }

        return new School(database, await ActorAsync(database, referent.Email), referent, colleague);
    }

    internal static async Task<School> OfDemonstrationAsync(TestPortal database, string email)
    {
        var nobody = new Account("", "");
        return new School(database, await ActorAsync(database, email), nobody, nobody);
    }

    /// <summary>A case that was reported before the test begins.</summary>
    public Task<int> HasCaseAsync(Action<CaseDraft>? change = null) => _database.ReportAsync(_actor, Drafts.Case(change));

    /// <summary>A contact that was listed before the test begins.</summary>
    public Task<int> HasContactAsync(int caseId, Action<ContactDraft>? change = null) =>
        _database.AddContactAsync(_actor, caseId, Drafts.Contact(change));

    /// <summary>Classes that were loaded before the test begins.</summary>
    public async Task HasRosterAsync(IReadOnlyList<RosterDraft> people) =>
        Assert.IsType<RosterOutcome.Loaded>(await _database.LoadAsync(_actor, people));

    /// <summary>The case was closed before the test begins; the portal's courier may not have passed yet.</summary>
    public async Task ClosedAsync(int caseId) => Assert.IsType<CloseOutcome.Closed>(
        await _database.Reporting.CloseAndSendAsync(_actor, caseId, "Assente nel periodo", CancellationToken.None));

    /// <summary>The case was closed, and the agency has received it, before the test begins.</summary>
    public Task ReceivedAsync(int caseId) => _database.ReceiveAsync(_actor, caseId);

    /// <summary>The agency received the case and concluded it years ago.</summary>
    public async Task ConcludedLongAgoAsync(int caseId)
    {
        await ReceivedAsync(caseId);
        await using var context = await _database.OpenAsync();
        await context.Set<ReceivedReport>().Where(r => r.CaseId == caseId).ExecuteUpdateAsync(report => report
            .SetProperty(r => r.State, AgencyState.Concluded).SetProperty(r => r.ConcludedAt, new DateTime(2018, 3, 1, 9, 0, 0, DateTimeKind.Utc)));
    }

    /// <summary>How many cases the school has with that surname.</summary>
    public async Task<int> CountAsync(string surname) => (await _database.Queries.ListAsync(
        _actor, new CaseListRequest { Search = surname }, CancellationToken.None)).Rows.Count;

    /// <summary>What is stored now.</summary>
    public async Task<CaseSheet> SheetAsync(int caseId) =>
        (await _database.Queries.FindAsync(_actor, caseId, CancellationToken.None))!;

    private static async Task<Actor> ActorAsync(TestPortal database, string email) =>
        (await database.Get<UserDirectory>().FindByEmailAsync(email))!.ToActor();
}
