using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Persistence.Sqlite;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Persistence;

public sealed class WriteGateTests
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Save_ThatFailsBeforeItIsTried_HoldsNobodyUp()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var broken = await portal.OpenAsync();
        var user = PortalUser.RegisterAgency("a@ats.example", "Prova", Role.AgencyAdministrator);
        broken.Add(user);
        await broken.SaveChangesAsync();
        typeof(PortalUser).GetProperty(nameof(PortalUser.Id))!.SetValue(user, user.Id + 1); // EF refuses when it looks for changes.

        await Assert.ThrowsAsync<InvalidOperationException>(() => broken.SaveChangesAsync());

        await portal.AddSchoolAsync().WaitAsync(_soon);
    }

    [Fact]
    public async Task Save_ThatSucceeds_LeavesTheContextAsItWas()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var context = await portal.OpenAsync();
        context.Add(PortalUser.RegisterAgency("a@ats.example", "Prova", Role.AgencyAdministrator));
        await context.SaveChangesAsync();

        context.Set<PortalUser>().Local.Single().Disable(TestPortal.Start.UtcDateTime);

        Assert.True(context.ChangeTracker.AutoDetectChangesEnabled);
        Assert.Equal(1, await context.SaveChangesAsync());
    }

    [Fact]
    public async Task TakeTurn_WhileAnotherNeverEnds_FailsAsUnavailable()
    {
        using var gate = new WriteGate(TimeSpan.Zero);
        using var engine = new SqliteEngine("unused.db");
        using var turn = await gate.TakeTurnAsync(CancellationToken.None);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => gate.TakeTurnAsync(CancellationToken.None));

        Assert.True(engine.IsUnavailable(failure), failure.ToString());
    }

    [Fact]
    public async Task TakeTurn_AfterTheOtherGaveItBackTwice_LetsOneIn()
    {
        using var gate = new WriteGate(TimeSpan.Zero);
        var first = await gate.TakeTurnAsync(CancellationToken.None);
        first.Dispose();
        first.Dispose();

        using var second = await gate.TakeTurnAsync(CancellationToken.None);

        await Assert.ThrowsAnyAsync<Exception>(() => gate.TakeTurnAsync(CancellationToken.None));
    }
}
