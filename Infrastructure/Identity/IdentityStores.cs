using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Infrastructure.Schools.Register;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Infrastructure.Identity;

public static class IdentityStores
{
    /// <summary>Institutes, users and the embedded provider's accounts. Needs <c>AddPersistence</c> and a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddUserStores(this IServiceCollection services) => services
        .AddSingleton<SessionWatch>()
        .AddSingleton<InstituteRegister>()
        .AddSingleton<InstituteImport>()
        .AddSingleton<SchoolDesk>()
        .AddSingleton<RegisterImport>()
        .AddSingleton<UserDirectory>()
        .AddSingleton<UserDesk>()
        .AddSingleton<UserImport>()
        .AddSingleton<EmbeddedAccounts>()
        .AddApiClients();

    /// <summary>Sessions and the embedded provider's keys. Needs <see cref="AddUserStores"/> and the <see cref="SessionLimits"/>.</summary>
    public static IServiceCollection AddSessionStores(this IServiceCollection services) => services
        .AddSingleton<SessionStore>()
        .AddSingleton<DatabaseTicketStore>()
        .AddSingleton<EmbeddedProviderKeys>();

    /// <summary>The clients of the HTTP API, and where the embedded provider keeps theirs.</summary>
    private static IServiceCollection AddApiClients(this IServiceCollection services)
    {
        services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<PortalDbContext>());
        return services.AddSingleton<ApiClientDirectory>();
    }
}
