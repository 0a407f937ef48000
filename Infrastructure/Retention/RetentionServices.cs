using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Infrastructure.Retention;

public static class RetentionServices
{
    /// <summary>Removes old cases. Needs the domain, the persistence, the business clock and a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<RetentionDesk>().AddHostedService<RetentionHousekeeping>();
    }
}
