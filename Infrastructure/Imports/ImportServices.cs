using CovidSchoolReporting.Infrastructure.LineLists;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Infrastructure.Imports;

public static class ImportServices
{
    /// <summary>Reading lists of people from files and pasted text.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) => services.AddSingleton<TableReader>();

    /// <summary>Making line lists as files, which are cleared away in time.</summary>
    public static IServiceCollection AddLineLists(this IServiceCollection services) => services
        .AddSingleton<LineListExports>()
        .AddHostedService<LineListCleaning>();
}
