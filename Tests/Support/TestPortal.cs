using CovidSchoolReporting.Domain;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>The domain and the database as they run, on a file of their own, with a clock that the test sets.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2020, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private const int MostTries = 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-test-");
    private readonly ServiceProvider _services;

    private TestPortal(string? databasePath, Action<IServiceCollection>? more)
    {
        DatabasePath = databasePath ?? Path.Combine(_folder.FullName, "portal.db");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Path"] = DatabasePath }).Build());
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = _folder.FullName });
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new PortalClock(Clock));
        services.AddDomain().AddPersistence().AddLiveUpdates();

        // Which rows are read may not be left to chance.
        services.ConfigureDbContext<PortalDbContext>(options => options.ConfigureWarnings(warnings => warnings.Throw(
            CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning)));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public string DatabasePath { get; }

    public CaseReporting Reporting => Get<CaseReporting>();

    public ICaseQueries Queries => Get<ICaseQueries>();

    /// <param name="databasePath">The database of a portal that runs beside this one; by default a file of its own.</param>
    public static async Task<TestPortal> StartAsync(Action<IServiceCollection>? more = null, string? databasePath = null)
    {
        var portal = new TestPortal(databasePath, more);
        await portal._services.PrepareDatabaseAsync();
        return portal;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<PortalDbContext> OpenAsync() =>
        await Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();

    /// <summary>Registers an institute of one plesso in Milano and gives a referent of it.</summary>
    public async Task<Actor> AddSchoolAsync(string name = "Calvino", string municipalityCode = "F205")
    {
        await using var context = await OpenAsync();
        var institute = Institute.Register($"MI{Guid.NewGuid():N}"[..10], $"Istituto {name}");
        institute.AddSite($"{institute.Code}1", $"Scuola primaria {name}", SchoolType.Primary, municipalityCode);
        context.Add(institute);
        await context.SaveChangesAsync();
        return Actor.OfSchool(institute.Id * 10, $"Referente {name}", Role.Referent, institute.Id);
    }

    /// <summary>Saves a case that the rules accept.</summary>
    public async Task<int> ReportAsync(Actor actor, CaseDraft? draft = null)
    {
        var outcome = await Reporting.SaveCaseAsync(actor, draft ?? Drafts.Case(), CancellationToken.None);
        return Assert.IsType<SaveOutcome.Saved>(outcome).Id;
    }

    /// <summary>Saves a contact that the rules accept.</summary>
    public async Task<int> AddContactAsync(Actor actor, int caseId, ContactDraft? draft = null)
    {
        var outcome = await Reporting.SaveContactAsync(actor, caseId, draft ?? Drafts.Contact(), CancellationToken.None);
        return Assert.IsType<SaveOutcome.Saved>(outcome).Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        for (var tries = 1; ; tries++)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (tries < MostTries)
            {
                // A screen that is still shown reads once more, and the database has a file again.
                await Task.Yield();
            }
        }
    }
}
