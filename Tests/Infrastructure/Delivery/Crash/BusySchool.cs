using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Tests.Infrastructure.Delivery.Crash;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: HostingStartup(typeof(BusySchool.Startup))]

namespace CovidSchoolReporting.Tests.Infrastructure.Delivery.Crash;

/// <summary>
/// A school that never rests. ASP.NET Core adds it to the real portal when the environment names this assembly among the hosting
/// start-up assemblies, as <see cref="DoomedPortal"/> does; nothing of the portal knows of it.
/// </summary>
public sealed class BusySchool(CaseReporting reporting, IConfiguration configuration) : BackgroundService
{
    public const string InstituteKey = "BusySchool:Institute";

    /// <summary>Printed before the id of a case when the portal has answered that it is closed.</summary>
    public const string ClosedMark = "BUSY-SCHOOL-CLOSED ";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var school = Actor.OfSchool(1, "Scuola", Role.Referent, configuration.GetValue<int>(InstituteKey));
        while (!stoppingToken.IsCancellationRequested)
        {
            var saved = (SaveOutcome.Saved)await reporting.SaveCaseAsync(school, Drafts.Case(), stoppingToken);
            await reporting.SaveContactAsync(school, saved.Id, Drafts.Contact(), stoppingToken);
            if (await reporting.CloseAndSendAsync(school, saved.Id, null, stoppingToken) is CloseOutcome.Closed)
            {
                await Console.Out.WriteLineAsync($"{ClosedMark}{saved.Id}");
            }
        }
    }

    public sealed class Startup : IHostingStartup
    {
        public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddHostedService<BusySchool>());
    }
}
