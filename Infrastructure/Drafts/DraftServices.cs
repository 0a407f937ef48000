using CovidSchoolReporting.Domain.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Infrastructure.Drafts;

internal static class DraftServices
{
    /// <summary>The store of drafts, and the job that removes the old ones.</summary>
    public static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        services.AddOptions<DraftOptions>().BindConfiguration(DraftOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<IDraftStore>(provider => provider.GetRequiredService<DraftStore>());
        services.AddHostedService<DraftHousekeeping>();
        return services;
    }
}
