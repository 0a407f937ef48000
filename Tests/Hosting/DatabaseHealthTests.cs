using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CovidSchoolReporting.Tests.Hosting;

public sealed class DatabaseHealthTests : IAsyncLifetime
{
    private readonly CountingEngine _engine = new();
    private TestPortal _portal = null!;
    private DatabaseHealth _health = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _health = new DatabaseHealth(_portal.Get<IDbContextFactory<PortalDbContext>>(), _engine, _portal.Clock);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Check_ManyAtOnceAndSoonAfter_WritesOnce()
    {
        var hold = _engine.Hold = new TaskCompletionSource();
        var asked = Enumerable.Range(0, 20).Select(_ => CheckAsync()).ToList();
        hold.SetResult();

        Assert.All(await Task.WhenAll(asked), status => Assert.Equal(HealthStatus.Healthy, status));
        Assert.Equal(HealthStatus.Healthy, await CheckAsync());

        Assert.Equal(1, _engine.Probes);
    }

    [Fact]
    public async Task Check_AFewSecondsLater_LooksAgain()
    {
        await CheckAsync();
        _engine.Fails = true;
        _portal.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HealthStatus.Unhealthy, await CheckAsync());
    }

    [Fact]
    public async Task Check_WhoeverGivesUpWaiting_DoesNotSpoilItForTheOthers()
    {
        var hold = _engine.Hold = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        var first = _health.CheckHealthAsync(new HealthCheckContext(), impatient.Token);
        var second = CheckAsync();
        await impatient.CancelAsync();
        hold.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(HealthStatus.Healthy, await second);
    }

    private async Task<HealthStatus> CheckAsync() =>
        (await _health.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None)).Status;

    private sealed class CountingEngine : DatabaseEngine
    {
        public int Probes { get; private set; }

        public bool Fails { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        public override void Configure(DbContextOptionsBuilder builder) => throw new NotSupportedException();

        public override Task PrepareAsync(PortalDbContext context, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<bool> SumOlderReportsAsync(PortalDbContext context, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override bool IsDuplicate(DbUpdateException exception) => false;

        public override bool IsUnavailable(Exception exception) => true;

        public override Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task ForgetRemovedAsync(PortalDbContext context, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override async Task ProbeWriteAsync(PortalDbContext context, CancellationToken cancellationToken)
        {
            Probes++;
            await (Hold?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
            if (Fails)
            {
                throw new IOException("full");
            }
        }
    }
}
