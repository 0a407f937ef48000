using System.Security.Claims;
using System.Text;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Retention;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Epidemic;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Imports;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Retention;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>
/// The running demonstration with two schools' cases in it, and the same services on the same database within reach of the test:
/// the walk over HTTP, the one in a circuit and the one at the commands see the same things.
/// </summary>
public sealed class AccessStage : IAsyncLifetime
{
    /// <summary>Surnames by which one sees whose data an answer holds.</summary>
    private const string CalvinosCase = "Quercioli", CalvinosContact = "Olmetti", PandinisCase = "Frassineti", PandinisContact = "Betullini";

    /// <summary>Every case of the stage, whatever day the clocks say.</summary>
    public static readonly EpidemicFilter AllDays = new(new DateOnly(2020, 1, 1), new DateOnly(2040, 1, 1));

    private static readonly Dictionary<Visitor, string> _emails = new()
    {
        [Visitor.HeadTeacher] = "dirigente@calvino.example",
        [Visitor.Referent] = "referente@calvino.example",
        [Visitor.OperatorHere] = "operatore@ats.example",
        [Visitor.OperatorElsewhere] = "operatore.lodi@ats.example",
        [Visitor.Administrator] = "amministratore@ats.example",
    };

    private readonly Dictionary<Visitor, PortalHttpClient> _clients = [];
    private readonly Dictionary<Visitor, PortalUser> _users = [];
    private readonly Dictionary<Visitor, ClaimsPrincipal> _principals = [];
    private Actor? _pandini;
    private int _policiesMade;

    public PortalProcess Process { get; private set; } = null!;

    public TestPortal Portal { get; private set; } = null!;

    public Subjects Subjects { get; private set; } = null!;

    internal Statements Statements { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Process = await PortalProcess.StartAsync();
        Portal = await TestPortal.StartAsync(services => services
            .AddSingleton(new SessionLimits(TimeSpan.FromDays(1), TimeSpan.FromDays(1))).AddUserStores().AddSessionStores()
            .AddDelivery().AddLineLists().AddRetention()
            .Configure<DatabaseOptions>(options => options.Path = Process.DatabasePath)
            .ConfigureDbContext<PortalDbContext>(builder => builder.AddInterceptors(Statements)));
        var directory = Portal.Get<UserDirectory>();
        foreach (var (visitor, email) in _emails)
        {
            _users[visitor] = (await directory.FindByEmailAsync(email))!;
            _principals[visitor] = PortalPrincipal.Begin(_users[visitor]);
            await Portal.Get<DatabaseTicketStore>().StoreAsync(new AuthenticationTicket(_principals[visitor], "Test"));
        }

        _pandini = (await directory.FindByEmailAsync("referente@pandini.example"))!.ToActor();
        Subjects = await ReportAsync();
        foreach (var visitor in Enum.GetValues<Visitor>())
        {
            _clients[visitor] = await EnterAsync(visitor);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        await (Portal?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Process?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>The visitor's browser, signed in.</summary>
    public PortalHttpClient ClientOf(Visitor visitor) => _clients[visitor];

    /// <summary>The visitor's browser in another place, signed in too.</summary>
    public async Task<PortalHttpClient> EnterAsync(Visitor visitor)
    {
        var client = Process.NewClient();
        if (_emails.TryGetValue(visitor, out var email))
        {
            await client.SignInAsAsync(email);
        }

        return client;
    }

    /// <summary>Who the visitor is to the commands; for those who are signed in.</summary>
    public Actor ActorOf(Visitor visitor) => _users[visitor].ToActor();

    /// <summary>Who the visitor is inside a circuit.</summary>
    public ClaimsPrincipal PrincipalOf(Visitor visitor) => _principals.GetValueOrDefault(visitor) ?? PortalPrincipal.Anonymous;

    /// <summary>The surnames in a text that are none of this visitor's business.</summary>
    public static IReadOnlyList<string> ForeignNames(Visitor visitor, string text) =>
    [
        .. (visitor switch
        {
            Visitor.HeadTeacher or Visitor.Referent => new[] { PandinisCase, PandinisContact },
            Visitor.OperatorElsewhere => [CalvinosCase, CalvinosContact],
            Visitor.OperatorHere => [],
            _ => [CalvinosCase, CalvinosContact, PandinisCase, PandinisContact],
        }).Where(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>The case, or the contact whose data a page is about.</summary>
    public static bool NamesTheCase(string text) =>
        text.Contains(CalvinosCase, StringComparison.OrdinalIgnoreCase) || text.Contains(CalvinosContact, StringComparison.OrdinalIgnoreCase);

    public static bool NamesTheContact(string text) => text.Contains(CalvinosContact, StringComparison.OrdinalIgnoreCase);

    /// <summary>A case of the institute of the head teacher and the referent, with a contact, for a command that changes it.</summary>
    public async Task<CaseIds> FreshCaseAsync()
    {
        var referent = _users[Visitor.Referent].ToActor();
        var id = await Portal.ReportAsync(referent, CalvinoDraft());
        return new CaseIds(id, await Portal.AddContactAsync(referent, id, Drafts.Contact(d => d.Surname = CalvinosContact)));
    }

    /// <summary>Rules of a day of their own, for a command that changes them: a draft, or published when they are to be planned.</summary>
    public async Task<int> FreshPolicyAsync(bool planned)
    {
        var (desk, keeper) = (Portal.Get<PolicyDesk>(), _users[Visitor.Administrator].ToActor());
        var saved = Assert.IsType<PolicyOutcome.Done>(await desk.SaveDraftAsync(keeper, NewPolicy(), CancellationToken.None));
        if (planned)
        {
            Assert.IsType<PolicyOutcome.Done>(await desk.PublishAsync(keeper, saved.Id, 1, CancellationToken.None));
        }

        return saved.Id;
    }

    /// <summary>Asks while a removal is announced, which is called off again.</summary>
    public async Task<T> WithAnnouncedRemovalAsync<T>(Func<Task<T>> ask)
    {
        await using var context = await Portal.OpenAsync();
        var now = TestPortal.Start.UtcDateTime;
        var run = context.Add(RetentionRun.Announce(null, 365, new DateOnly(2999, 1, 1), now, 1, now)).Entity;
        await context.SaveChangesAsync();
        try
        {
            return await ask();
        }
        finally
        {
            run.CallOff(now);
            await context.SaveChangesAsync();
        }
    }

    /// <summary>An institute with an open plesso, for a command that changes them.</summary>
    public async Task<(int Institute, int Site)> FreshSchoolAsync()
    {
        var institute = (await Portal.AddSchoolAsync()).InstituteId!.Value;
        await using var context = await Portal.OpenAsync();
        return (institute, await context.Set<SchoolSite>().Where(s => s.InstituteId == institute).Select(s => s.Id).SingleAsync());
    }

    /// <summary>An operator of whom the walks need nothing, for a command that changes them.</summary>
    public async Task<int> FreshUserAsync()
    {
        var registration = new UserRegistration($"{Guid.NewGuid():N}@ats.example", "Prova", Role.AgencyOperator, null, new HashSet<Territory> { Territory.Lodi });
        return Assert.IsType<UserOutcome.Done>(
            await Portal.Get<UserDesk>().InviteAsync(_users[Visitor.Administrator].ToActor(), registration, CancellationToken.None)).UserId;
    }

    /// <summary>A draft of rules that may be saved, for a day on which no others begin.</summary>
    public PolicyDraft NewPolicy() =>
        Drafts.Policy(d => d.StartsOn = LenientDate.Format(new DateOnly(2030, 1, 1).AddDays(_policiesMade++)));

    public static CaseDraft CalvinoDraft() => Drafts.Case(d => d.Surname = CalvinosCase);

    public static CaseDraft PandiniDraft() => Drafts.Case(d =>
    {
        (d.SiteMunicipality, d.SchoolName, d.SchoolType) = ("Lodi (LO)", "Liceo scientifico Pandini", SchoolType.UpperSecondary);
        d.Surname = PandinisCase;
    });

    private async Task<Subjects> ReportAsync()
    {
        var referent = _users[Visitor.Referent].ToActor();
        var own = await FreshCaseAsync();
        var another = await FreshCaseAsync();
        var closed = await FreshCaseAsync();
        var othersOpen = await OfPandiniAsync();
        var othersClosed = await OfPandiniAsync();
        var deleted = await Portal.AddContactAsync(referent, own.Case, Drafts.Contact(d => d.Surname = CalvinosContact + "a"));
        Assert.IsType<SaveOutcome.Saved>(await Portal.Reporting.RemoveContactAsync(referent, own.Case, deleted, CancellationToken.None));
        var report = await SendAsync(referent, closed);
        await DecideAsync(report, closed.Contact);
        await SendAsync(_pandini!, othersClosed);
        await SendAsync(referent, await FreshCaseAsync()); // The same person of the same class again: a pair, and a cluster.
        await IssueAsync(report);
        return new Subjects
        {
            Own = own,
            Closed = closed,
            OthersOpen = othersOpen,
            OthersClosed = othersClosed,
            Gone = [deleted, another.Contact, othersOpen.Contact, Subjects.Unknown],
            Report = report,
            Cluster = await ClusterAsync(),
            Match = (await Portal.Get<IMatchQueries>().OfReportAsync(ActorOf(Visitor.OperatorHere), report, CancellationToken.None)).Single().Id,
            Policies = (
                (await Portal.Get<IPolicyStore>().TimelineAsync(CancellationToken.None)).InForceOn(new DateOnly(2020, 11, 25)).Id,
                await FreshPolicyAsync(planned: false)),
            Class = await LoadClassAsync(referent),
            OthersClass = await LoadClassAsync(_pandini!),
            User = await FreshUserAsync(),
            School = await FreshSchoolAsync(),
        };
    }

    /// <summary>A class in the roster of the institute, newly loaded, because a walk may have removed it.</summary>
    /// <summary>The same visitor at an institute of their own, with a class that the command may change or remove.</summary>
    public async Task<(Actor Actor, int Class)> WithFreshClassAsync(Actor school)
    {
        var elsewhere = school with { InstituteId = (await Portal.AddSchoolAsync()).InstituteId };
        return (elsewhere, await LoadClassAsync(elsewhere));
    }

    private async Task<int> LoadClassAsync(Actor actor)
    {
        var surname = actor == _pandini ? PandinisContact : CalvinosContact;
        Assert.IsType<RosterOutcome.Loaded>(await Portal.LoadAsync(actor, [Rosters.Person(surname)]));
        return Assert.Single(await Portal.ClassesAsync(actor)).Id;
    }

    /// <summary>The cluster that two cases of one class make; and shapes on the map, for those who see the map.</summary>
    private async Task<int> ClusterAsync()
    {
        const string Triangle = """{"codice_catastale":"X"},"geometry":{"type":"Polygon","coordinates":[[[9.1,45.4],[9.2,45.4],[9.2,45.5],[9.1,45.4]]]}}""";
        var features = new[] { "F205", "E648" }.Select(code => "{\"type\":\"Feature\",\"properties\":" + Triangle.Replace("\"X\"", $"\"{code}\"", StringComparison.Ordinal));
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes("{\"features\":[" + string.Join(',', features) + "]}"));
        Assert.Equal(2, (await Portal.Get<GeometryImport>().ImportAsync(file)).Saved);
        await using var context = await Portal.OpenAsync();
        return Assert.Single(await context.Set<Cluster>().Select(c => c.Id).ToListAsync());
    }

    /// <summary>The report's letters are issued, and its measures are out.</summary>
    private async Task IssueAsync(int report)
    {
        var (agency, letters) = (_users[Visitor.OperatorHere].ToActor(), Portal.Get<LetterIssuing>());
        var due = (await letters.OpenAsync(agency, report, CancellationToken.None))!.Due;
        await letters.IssueAsync(agency, new IssueRequest(report, Subjects.Issue, due.Select(one => one.Key).ToHashSet(), []), CancellationToken.None);
        await Portal.Get<AgencyDesk>().TakeInChargeAsync(agency, report, CancellationToken.None);
        await Portal.Get<AgencyDesk>().IssueMeasuresAsync(agency, report, CancellationToken.None);
    }

    /// <summary>The report is in charge, and its contact decided.</summary>
    private async Task DecideAsync(int report, int contact)
    {
        var here = ActorOf(Visitor.OperatorHere);
        Assert.IsType<TakeInChargeOutcome.TakenInCharge>(await Portal.Get<AgencyDesk>().TakeInChargeAsync(here, report, CancellationToken.None));
        Assert.IsType<DecisionOutcome.Decided>(await Portal.Get<DecisionDesk>().DecideAsync(
            here, report, new DecisionDraft { Status = ContactStatus.Close }, [new SeenContact(contact, 0)], CancellationToken.None));
    }

    private async Task<CaseIds> OfPandiniAsync()
    {
        var id = await Portal.ReportAsync(_pandini!, PandiniDraft());
        return new CaseIds(id, await Portal.AddContactAsync(_pandini!, id, Drafts.Contact(d => d.Surname = PandinisContact)));
    }

    /// <summary>Closes a case and sees it received.</summary>
    private async Task<int> SendAsync(Actor actor, CaseIds ids)
    {
        Assert.IsType<CloseOutcome.Closed>(await Portal.Reporting.CloseAndSendAsync(actor, ids.Case, null, CancellationToken.None));
        await using var context = await Portal.OpenAsync();
        var delivery = await context.Set<CaseDelivery>().Where(d => d.CaseId == ids.Case).Select(d => d.Id).SingleAsync();
        await Portal.Get<Courier>().CarryAsync(delivery, CancellationToken.None);
        return await context.Set<ReceivedReport>().Where(r => r.CaseId == ids.Case).Select(r => r.Id).SingleAsync();
    }
}
