using System.Collections.Concurrent;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.Extensions.Logging.Abstractions;

namespace CovidSchoolReporting.Tests.Infrastructure.LiveUpdates;

public sealed class ChangeHubTests
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(10);
    private static readonly Change _change = new(1, 2, null);

    private readonly ChangeHub _hub = new(NullLogger<ChangeHub>.Instance);

    [Fact]
    public async Task Publish_SeveralSubscribers_TellsEachOnce()
    {
        var told = new ConcurrentQueue<int>();
        var all = new CountdownEvent(3);
        for (var i = 0; i < 3; i++)
        {
            var number = i;
            _hub.Subscribe(_ => React(() => told.Enqueue(number)));
        }

        _hub.Publish(_change);

        Assert.True(await Task.Run(() => all.Wait(_soon)));
        Assert.Equal([0, 1, 2], told.Order());

        Task React(Action act)
        {
            act();
            all.Signal();
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Publish_ASubscriberThatNeverEnds_HoldsUpNobody()
    {
        var (never, told) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var stuck = new ManualResetEventSlim();
        _hub.Subscribe(_ => never.Task);
        _hub.Subscribe(_ =>
        {
            stuck.Wait();
            return Task.CompletedTask;
        });
        _hub.Subscribe(_ => Done(told));

        _hub.Publish(_change);

        await told.Task.WaitAsync(_soon);
        never.SetResult();
        stuck.Set();
    }

    [Fact]
    public async Task Publish_SubscribersThatFail_DoNotStopTheOthers()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        _hub.Subscribe(_ => throw new InvalidOperationException("at once"));
        _hub.Subscribe(async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        });
        _hub.Subscribe(change => Done(change == _change ? first : second));

        _hub.Publish(_change);
        await first.Task.WaitAsync(_soon);
        _hub.Publish(_change with { CaseId = 7 });

        await second.Task.WaitAsync(_soon);
    }

    [Fact]
    public async Task Callback_UsesTheHubItself_DoesNotLock()
    {
        var told = new TaskCompletionSource();
        IDisposable? own = null;
        own = _hub.Subscribe(change =>
        {
            own!.Dispose();
            _hub.Subscribe(_ => Done(told));
            _hub.Publish(change);
            return Task.CompletedTask;
        });

        _hub.Publish(_change);

        await told.Task.WaitAsync(_soon);
    }

    [Fact]
    public async Task Dispose_Twice_EndsThisSubscriptionOnly()
    {
        var (ended, others) = (0, new TaskCompletionSource());
        var subscription = _hub.Subscribe(_ =>
        {
            Interlocked.Increment(ref ended);
            return Task.CompletedTask;
        });
        subscription.Dispose();
        _hub.Subscribe(_ => Done(others));
        subscription.Dispose();

        _hub.Publish(_change);

        await others.Task.WaitAsync(_soon);
        Assert.Equal(0, ended);
    }

    [Fact]
    public async Task Callback_RunsInTheExecutionContextOfTheSubscriber()
    {
        var context = new AsyncLocal<string>();
        var seen = new TaskCompletionSource<string?>();
        context.Value = "subscriber";
        _hub.Subscribe(_ =>
        {
            seen.SetResult(context.Value);
            return Task.CompletedTask;
        });
        context.Value = "publisher";

        _hub.Publish(_change);

        Assert.Equal("subscriber", await seen.Task.WaitAsync(_soon));
    }

    [Theory]
    [InlineData(2, null, true)]
    [InlineData(3, null, false)]
    [InlineData(3, Territory.Milano, false)]
    public void Concerns_School_OnlyItsOwnInstitute(int institute, Territory? territory, bool expected) => Assert.Equal(
        expected,
        new Change(1, institute, territory).Concerns(Actor.OfSchool(1, "Referente", Role.Referent, 2)));

    [Theory]
    [InlineData(null, false)]
    [InlineData(Territory.Lodi, false)]
    [InlineData(Territory.Milano, true)]
    public void Concerns_Operator_OnlyWhatTheirTerritoryReceived(Territory? territory, bool expected) => Assert.Equal(
        expected,
        new Change(1, 2, territory).Concerns(Actor.OfAgency(1, "Operatore", Role.AgencyOperator, Territory.Milano)));

    private static Task Done(TaskCompletionSource told)
    {
        told.TrySetResult();
        return Task.CompletedTask;
    }
}
