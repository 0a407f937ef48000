using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Infrastructure.LiveUpdates;

public static class LiveUpdateServices
{
    /// <summary>The hub that tells open screens of changes.</summary>
    public static IServiceCollection AddLiveUpdates(this IServiceCollection services) => services.AddSingleton<ChangeHub>();
}
