using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Rosters;

public static class RosterServices
{
    /// <summary>Removes rosters when their school year is over. Needs the domain, the persistence and a <c>TimeProvider</c>.</summary>
    public static IServiceCollection AddRosters(this IServiceCollection services)
    {
        services.AddOptions<RosterOptions>().BindConfiguration(RosterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RosterOptions>>().Value.SchoolYear());
        services.AddHostedService<RosterHousekeeping>();
        return services;
    }
}
