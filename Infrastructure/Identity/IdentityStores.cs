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
        .AddSingleton<RegisterImport>()
        .AddSingleton<UserDirectory>()
        .AddSingleton<UserImport>()
        .AddSingleton<EmbeddedAccounts>();

    /// <summary>Sessions and the embedded provider's keys. Needs <see cref="AddUserStores"/> and the <see cref="SessionLimits"/>.</summary>
    public static IServiceCollection AddSessionStores(this IServiceCollection services) => services
        .AddSingleton<SessionStore>()
        .AddSingleton<DatabaseTicketStore>()
        .AddSingleton<EmbeddedProviderKeys>();
}
