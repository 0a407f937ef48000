using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Tests.Components;

/// <summary>Policies for screens that only read them.</summary>
internal sealed class PolicyStoreStub(PolicyTimeline timeline) : IPolicyStore
{
    public ValueTask<PolicyTimeline> TimelineAsync(CancellationToken cancellationToken) => ValueTask.FromResult(timeline);

    public Task<TResult> ChangeAsync<TResult>(Func<PolicyTimeline, Func<TResult>> change, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A screen that only reads changed the policies.");
}
