using System.Threading.Channels;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CovidSchoolReporting.Tests.Infrastructure.Delivery;

/// <summary>A portal with its delivery worker, the machine's clock in the test's hand, and an ear on the change hub.</summary>
public sealed class DeliveryStage : IAsyncDisposable
{
    private readonly Channel<Change> _received = Channel.CreateUnbounded<Change>();
    private readonly List<IHostedService> _running = [];

    private DeliveryStage(TestPortal portal, SignallingClock machine)
    {
        Portal = portal;
        Machine = machine;
        portal.Get<ChangeHub>().Subscribe(change =>
        {
            if (change.Territory is not null)
            {
                _received.Writer.TryWrite(change);
            }

            return Task.CompletedTask;
        });
    }

    public TestPortal Portal { get; }

    /// <summary>The clock of the machine, by which retries go; the business clock is another one.</summary>
    public SignallingClock Machine { get; }

    /// <param name="gateway">Null for the agency's own intake.</param>
    public static async Task<DeliveryStage> SetAsync(
        IAgencyGateway? gateway = null, Action<DeliveryOptions>? options = null, Action<IServiceCollection>? more = null)
    {
        var machine = new SignallingClock(new DateTimeOffset(2026, 1, 10, 8, 0, 0, TimeSpan.Zero));
        var portal = await TestPortal.StartAsync(services =>
        {
            services.AddDelivery();
            services.AddSingleton<TimeProvider>(machine);
            services.Configure(options ?? (_ => { }));
            if (gateway is not null)
            {
                services.AddSingleton(gateway);
            }

            more?.Invoke(services);
        });
        return new DeliveryStage(portal, machine);
    }

    /// <summary>The services of a second process on the same database.</summary>
    public static void Beside(IServiceCollection services, TestPortal first)
    {
        services.AddDelivery();
        services.Configure<DatabaseOptions>(options => options.Path = first.DatabasePath);
    }

    public async Task StartWorkerAsync()
    {
        foreach (var service in Portal.Get<IEnumerable<IHostedService>>())
        {
            await service.StartAsync(CancellationToken.None);
            _running.Add(service);
        }
    }

    /// <summary>A case without contacts, closed by its school.</summary>
    public async Task<int> CloseCaseAsync(Actor school, CaseDraft? draft = null)
    {
        var id = await Portal.ReportAsync(school, draft);
        Assert.IsType<CloseOutcome.Closed>(
            await Portal.Reporting.CloseAndSendAsync(school, id, "Assente da prima", CancellationToken.None));
        return id;
    }

    /// <summary>Cases closed by a school of their own and received by the agency.</summary>
    /// <returns>Ids of the reports, in the order of reception.</returns>
    public async Task<IReadOnlyList<int>> ReceiveAsync(
        int count, CancellationToken cancellationToken, Action<CaseDraft>? change = null, string municipalityCode = "F205")
    {
        var school = await Portal.AddSchoolAsync(municipalityCode: municipalityCode);
        if (_running.Count == 0)
        {
            await StartWorkerAsync();
        }

        var cases = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var draft = Drafts.Case(change);
            var id = await Portal.ReportAsync(school, draft);
            cases.Add(id);
            await Portal.Reporting.CloseAndSendAsync(school, id, "Assente da prima", cancellationToken);
            await NextReceivedAsync(cancellationToken);
        }

        await using var context = await Portal.OpenAsync();
        return await context.Set<ReceivedReport>().Where(r => cases.Contains(r.CaseId))
            .OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
    }

    /// <summary>A case with contacts of its class, closed by a school of its own and received by the agency.</summary>
    /// <param name="change">Of the contact with that number, from 0.</param>
    /// <returns>The report, and its contacts in the order in which they were listed.</returns>
    public async Task<(int ReportId, IReadOnlyList<int> Contacts)> ReceiveWithContactsAsync(
        int contacts, CancellationToken cancellationToken, Action<CaseDraft>? caseChange = null, Action<ContactDraft, int>? change = null, Actor? school = null)
    {
        school ??= await Portal.AddSchoolAsync();
        if (_running.Count == 0)
        {
            await StartWorkerAsync();
        }

        var id = await Portal.ReportAsync(school, Drafts.Case(caseChange));
        List<int> ids = [];
        for (var index = 0; index < contacts; index++)
        {
            ids.Add(await Portal.AddContactAsync(school, id, Drafts.Contact(draft =>
            {
                draft.Surname = $"Valeri{(char)('a' + (index / 26))}{(char)('a' + (index % 26))}";
                change?.Invoke(draft, index);
            })));
        }

        Assert.IsType<CloseOutcome.Closed>(await Portal.Reporting.CloseAndSendAsync(school, id, contacts == 0 ? "Assente da prima" : null, cancellationToken));
        await NextReceivedAsync(cancellationToken);
        await using var context = await Portal.OpenAsync();
        return (await context.Set<ReceivedReport>().Where(r => r.CaseId == id).Select(r => r.Id).SingleAsync(cancellationToken), ids);
    }

    /// <summary>The next case that a screen of the agency is told of.</summary>
    public async Task<Change> NextReceivedAsync(CancellationToken cancellationToken) => await _received.Reader.ReadAsync(cancellationToken);

    public async Task<CovidCase> ReadCaseAsync(int id)
    {
        await using var context = await Portal.OpenAsync();
        return await context.Set<CovidCase>().AsNoTracking().Include(c => c.Delivery).SingleAsync(c => c.Id == id);
    }

    /// <summary>Stops the worker as the host does; what is under way ends first.</summary>
    public async Task StopWorkerAsync()
    {
        foreach (var service in _running)
        {
            await service.StopAsync(CancellationToken.None);
        }

        _running.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopWorkerAsync();
        await Portal.DisposeAsync();
    }
}
