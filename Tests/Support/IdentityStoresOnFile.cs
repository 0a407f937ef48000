using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>The stores of users, sessions and accounts on a database file of their own.</summary>
public sealed class IdentityStoresOnFile : IAsyncDisposable
{
    public static readonly SessionLimits Limits = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(10));

    private IdentityStoresOnFile(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public UserDirectory Directory => Portal.Get<UserDirectory>();

    public SessionStore Sessions => Portal.Get<SessionStore>();

    public EmbeddedAccounts Accounts => Portal.Get<EmbeddedAccounts>();

    public static async Task<IdentityStoresOnFile> StartAsync(Action<IServiceCollection>? more = null) => new(await TestPortal.StartAsync(services =>
    {
        services.AddSingleton(Limits).AddUserStores().AddSessionStores();
        more?.Invoke(services);
    }));

    /// <summary>Registers an operator of Milano.</summary>
    public async Task<PortalUser> RegisterOperatorAsync(string email)
    {
        Assert.Empty(await Directory.RegisterAsync(
            [new UserRegistration(email, "Prova", Role.AgencyOperator, null, new HashSet<Territory> { Territory.Milano })]));
        return (await Directory.FindByEmailAsync(email))!;
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
