using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Infrastructure.Rosters;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Tests.Infrastructure.Rosters;

public sealed class RosterOptionsTests
{
    [Theory]
    [InlineData("31/08")]
    [InlineData("02-29")]
    [InlineData("")]
    public async Task Options_WrongDay_StopTheStartWithASentenceThatNamesIt(string day)
    {
        await using var portal = await StartAsync(day);

        var refusal = Assert.Throws<OptionsValidationException>(() => portal.Get<IStartupValidator>().Validate());

        Assert.Contains($"Rosters:SchoolYearEnds is '{day}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_Day_IsTheEndOfTheSchoolYear()
    {
        await using var portal = await StartAsync("06-30");

        Assert.Equal(new SchoolYear(6, 30), portal.Get<SchoolYear>());
    }

    [Fact]
    public async Task Housekeeping_OnceTheYearIsOver_RemovesTheRoster()
    {
        await using var portal = await StartAsync("08-31");
        var school = await portal.AddSchoolAsync();
        await portal.LoadAsync(school, Support.Rosters.Class(5));
        portal.Clock.SetUtcNow(new DateTimeOffset(2021, 9, 1, 6, 0, 0, TimeSpan.Zero));
        var housekeeping = portal.Get<IHostedService>();

        await housekeeping.StartAsync(CancellationToken.None);
        while (await portal.Get<IRosterQueries>().ExistsAsync(school, CancellationToken.None))
        {
            await Task.Yield();
        }

        await housekeeping.StopAsync(CancellationToken.None);
        Assert.Empty(await portal.ClassesAsync(school));
    }

    private static Task<TestPortal> StartAsync(string day) => TestPortal.StartAsync(services =>
    {
        services.AddRosters();
        services.Configure<RosterOptions>(options => options.SchoolYearEnds = day);
    });
}
