using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>The policies that the portal brings, in memory.</summary>
internal sealed class ReferencePolicyStore : IPolicyStore
{
    public ValueTask<PolicyTimeline> TimelineAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Entities.Policies);

    public Task<TResult> ChangeAsync<TResult>(Func<PolicyTimeline, Func<TResult>> change, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
