using CovidSchoolReporting.Domain;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CovidSchoolReporting.Benchmarks.Stage;

/// <summary>The domain and the database as the portal composes them, on a file in a folder that is deleted afterwards.</summary>
internal sealed class BenchmarkPortal : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-benchmark-");
    private readonly ServiceProvider _services;

    private BenchmarkPortal(bool gated)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Path"] = DatabasePath }).Build());
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = _folder.FullName });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new PortalClock(new ShiftedTimeProvider(TimeProvider.System, new DateOnly(2020, 11, 25))));
        services.AddDomain().AddPersistence().AddLiveUpdates();
        if (!gated)
        {
            services.AddSingleton<DatabaseEngine>(new UngatedEngine(ConnectionString));
        }

        _services = services.BuildServiceProvider();
    }

    public string DatabasePath => Path.Combine(_folder.FullName, "portal.db");

    public CaseReporting Reporting => Get<CaseReporting>();

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = DatabasePath, ForeignKeys = true }.ToString();

    /// <param name="gated">False leaves the writers to SQLite's own lock, as plain EF Core does.</param>
    public static async Task<BenchmarkPortal> StartAsync(bool gated = true)
    {
        var portal = new BenchmarkPortal(gated);
        await portal._services.PrepareDatabaseAsync();
        return portal;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<PortalDbContext> OpenAsync() => Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();

    /// <summary>A plain connection, set as the portal sets its own.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        connection.Run("PRAGMA synchronous = FULL");
        return connection;
    }

    public async Task<Actor> AddSchoolAsync(string name)
    {
        await using var context = await OpenAsync();
        var institute = Institute.Register($"MI-{name}", $"Istituto {name}");
        institute.AddSite($"MI-{name}-1", $"Scuola primaria {name}", SchoolType.Primary, "F205");
        context.Add(institute);
        await context.SaveChangesAsync();
        return Actor.OfSchool(1, $"Referente {name}", Role.Referent, institute.Id);
    }

    /// <summary>Plessi of the comuni of both provinces.</summary>
    public async Task AddQuietSitesAsync(int count)
    {
        var comuni = Get<PlaceRegister>().Municipalities.Where(place => place.Territory is not null).ToList();
        await using var context = await OpenAsync();
        for (var i = 0; i < count; i++)
        {
            // Half of the plessi stand in the city, as they do.
            var institute = Institute.Register($"LO{i:00000}", $"Istituto {i}");
            institute.AddSite(new SiteRegistration(
                institute.Code, institute.Name, $"LO{i:00000}1", $"Scuola {Names.Surnames[i]}", (SchoolType)(i % 6), (i % 2 == 0 ? comuni[0] : comuni[i % comuni.Count]).Code)
            {
                Pupils = 80 + (i % 400),
            });
            context.Add(institute);
        }

        await context.SaveChangesAsync();
    }

    /// <summary>What the portal does at its next start.</summary>
    public Task PrepareAgainAsync() => _services.PrepareDatabaseAsync();

    public async Task<int> ReportAsync(Actor school, string schoolName)
    {
        var outcome = await Reporting.SaveCaseAsync(school, Case(schoolName), CancellationToken.None);
        return outcome is SaveOutcome.Saved saved ? saved.Id : throw new InvalidOperationException($"The case was not saved: {outcome}");
    }

    public static CaseDraft Case(string schoolName) => new()
    {
        RequestKey = Guid.NewGuid(),
        SiteMunicipality = "Milano (MI)",
        SchoolName = $"Scuola primaria {schoolName}",
        SchoolType = SchoolType.Primary,
        ClassName = "5",
        Section = "B",
        ReferentName = "Bianchi Anna",
        ReferentPhone = "02 1234567",
        ReferentEmail = "referente@scuola.example.it",
        Role = PersonRole.Pupil,
        Surname = "Rossi",
        Name = "Mario",
        FiscalCode = "RSSMRA10C01F205I",
        BirthDate = "01/03/2010",
        Domicile = "Milano (MI)",
        Phone = "333 1234567",
        LastDayAttended = "20/11/2020",
        PositiveSwabDate = "21/11/2020",
    };

    public static ContactDraft Contact(int number) => new()
    {
        RequestKey = Guid.NewGuid(),
        Role = PersonRole.Pupil,
        ClassName = "5",
        Section = "B",
        Surname = Names.Surnames[number],
        Name = Names.GivenNames[number],
        FiscalCodeUnavailable = true,
        FiscalCodeUnavailableReason = "In attesa di rilascio",
        BirthDate = "13/01/2010",
        Domicile = "Bertonico (LO)",
        Phone = "336 5555555",
        LastContactDate = "20/11/2020",
    };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
