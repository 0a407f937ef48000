using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>Holds one case in memory and answers at once: for rules that only a command tells.</summary>
internal sealed class LoneCaseStore(CovidCase only) : ICaseStore
{
    public Task<CovidCase> AddAsync(Actor actor, CovidCase opened, CancellationToken cancellationToken) => Task.FromResult(opened);

    public Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int caseId, Func<CovidCase, Func<TResult>> change, CancellationToken cancellationToken)
        where TResult : class => Task.FromResult<TResult?>(change(only)());

    public Task<int?> FindIdAsync(Actor actor, Guid requestKey, CancellationToken cancellationToken) =>
        Task.FromResult(only.RequestKey == requestKey ? only.Id : (int?)null);

    public Task<CaseSetting> SettingAsync(Actor actor, CancellationToken cancellationToken) => Task.FromResult(Rulebook.OneSite);
}
