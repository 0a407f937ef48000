using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>The browser, the portal as a process of its own, and a second hand on its database to prepare what a test starts from.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const float Patience = 20_000;

    private IPlaywright _playwright = null!;
    private TestPortal _database = null!;

    public IBrowser Browser { get; private set; } = null!;

    public PortalProcess Portal { get; private set; } = null!;

    /// <summary>What all tests typed, and where it must never turn up.</summary>
    internal Traces Traces { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await BrowserFinder.LaunchAsync(_playwright);
        Assertions.SetDefaultExpectTimeout(Patience);
        Portal = await PortalProcess.StartAsync();
        _database = await OpenDatabaseAsync(Portal);
        var (seeded, contact) = (Drafts.Case(), Drafts.Contact());
        Traces.Remember(seeded.Surname, seeded.Name, seeded.Phone, seeded.ReferentName, seeded.ReferentEmail, seeded.ReferentPhone);
        Traces.Remember(contact.Surname, contact.Name, contact.Phone, Drafts.MarioRossi);
        Traces.Remember([.. App.Hosting.DemonstrationAccounts.All.SelectMany(a => new[] { a.Name, a.Email })]);
    }

    /// <summary>An institute of its own with two referents, so that a test knows all that is in the list.</summary>
    public Task<School> NewSchoolAsync() => NewSchoolAsync(_database);

    /// <summary>A school on the database of another portal than the shared one.</summary>
    internal async Task<School> NewSchoolAsync(TestPortal database)
    {
        var school = await School.RegisterAsync(database);
        Traces.Remember(school.Referent.Name, school.Referent.Email, school.Colleague.Name, school.Colleague.Email);
        return school;
    }

    /// <summary>The demonstration's Istituto Calvino, with Giulia Ferrario's eyes.</summary>
    public Task<School> CalvinoAsync() => School.OfDemonstrationAsync(_database, "referente@calvino.example");

    internal static Task<TestPortal> OpenDatabaseAsync(PortalProcess portal) => TestPortal.StartAsync(
        services => services.AddSingleton(IdentityStoresOnFile.Limits).AddUserStores().AddSessionStores().AddDelivery(), portal.DatabasePath);

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _database.DisposeAsync();
        await Portal.DisposeAsync();

        // The last lines are out now: after the whole run nothing of what was typed may have reached them.
        Traces.AssertNoneIn("the portal's output", Portal.Lines);
    }
}
