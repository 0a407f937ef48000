using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>Holds a save in the middle until the test lets it go: what happens to a second click in the meantime?</summary>
public sealed class SavePause : SaveChangesInterceptor
{
    private TaskCompletionSource? _held;

    /// <summary>Saves that were begun since the pause was set.</summary>
    public int Begun { get; private set; }

    public void Install(IServiceCollection services) =>
        services.ConfigureDbContext<PortalDbContext>(builder => builder.AddInterceptors(this));

    public void Hold()
    {
        Begun = 0;
        _held = new TaskCompletionSource();
    }

    public void LetGo() => _held!.SetResult();

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // The drafts of the forms and what the audit has of readings are saved all the time, and are another matter.
        if (eventData.Context!.ChangeTracker.Entries().All(
            entry => entry.Entity is SavedDraft or AuditEntry or AuditSubject || entry.State is EntityState.Unchanged))
        {
            return result;
        }

        Begun++;
        await (_held?.Task ?? Task.CompletedTask);
        return result;
    }
}
