using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency.Queue;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <inheritdoc cref="ISavedViews"/>
internal sealed class SavedViews(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine) : ISavedViews
{
    public async Task<IReadOnlyList<SavedViewRow>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await OwnedBy(context, actor).AsNoTracking().OrderBy(v => v.Name)
            .Select(v => new SavedViewRow(v.Id, v.Name, v.Words, v.IsDefault)).ToListAsync(cancellationToken);
    }

    public Task<SavedViewOutcome> SaveAsync(Actor actor, string name, string words, CancellationToken cancellationToken) =>
        ChangeAsync(actor, (context, views) =>
        {
            if (!SavedView.IsName(name))
            {
                return (new SavedViewOutcome.NotAName(), null);
            }

            if (Named(views, name) is { } same)
            {
                same.Show(words);
                return (null, same);
            }

            if (views.Count >= SavedView.MostOfOneUser)
            {
                return (new SavedViewOutcome.TooMany(), null);
            }

            return (null, context.Add(SavedView.Of(actor, name, words)).Entity);
        }, cancellationToken);

    public Task<SavedViewOutcome> RenameAsync(Actor actor, int viewId, string name, CancellationToken cancellationToken) =>
        ChangeOneAsync(actor, viewId, (_, views, view) =>
        {
            if (!SavedView.IsName(name))
            {
                return new SavedViewOutcome.NotAName();
            }

            if (Named(views, name) is { } other && other != view)
            {
                return new SavedViewOutcome.NameTaken();
            }

            view.Rename(name);
            return null;
        }, cancellationToken);

    public Task<SavedViewOutcome> RemoveAsync(Actor actor, int viewId, CancellationToken cancellationToken) =>
        ChangeOneAsync(actor, viewId, (context, _, view) =>
        {
            context.Remove(view);
            return null;
        }, cancellationToken);

    public Task<SavedViewOutcome> PreferAsync(Actor actor, int viewId, bool isDefault, CancellationToken cancellationToken) =>
        ChangeOneAsync(actor, viewId, (_, views, view) =>
        {
            foreach (var one in views)
            {
                one.Prefer(isDefault && one == view);
            }

            return null;
        }, cancellationToken);

    private static IQueryable<SavedView> OwnedBy(PortalDbContext context, Actor actor)
    {
        var views = context.Set<SavedView>();
        return actor.IsAgencyOperator ? views.Where(v => v.UserId == actor.UserId) : views.Where(_ => false);
    }

    private static SavedView? Named(IEnumerable<SavedView> views, string name) =>
        views.FirstOrDefault(v => v.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private Task<SavedViewOutcome> ChangeOneAsync(
        Actor actor, int viewId, Func<PortalDbContext, List<SavedView>, SavedView, SavedViewOutcome?> change, CancellationToken cancellationToken) =>
        ChangeAsync(actor, (context, views) => views.SingleOrDefault(v => v.Id == viewId) is { } view
            ? (change(context, views, view), view)
            : (new SavedViewOutcome.NotFound(), null), cancellationToken);

    private async Task<SavedViewOutcome> ChangeAsync(
        Actor actor, Func<PortalDbContext, List<SavedView>, (SavedViewOutcome? Refused, SavedView? View)> change, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return new SavedViewOutcome.NotFound();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            var (refused, view) = change(context, await OwnedBy(context, actor).ToListAsync(cancellationToken));
            if (refused is not null)
            {
                return refused;
            }

            await context.SaveChangesAsync(cancellationToken);
            return new SavedViewOutcome.Done(view!.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SavedViewOutcome.NotFound(); // Deleted meanwhile in another window.
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            return new SavedViewOutcome.NameTaken(); // Saved meanwhile in another window.
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            return new SavedViewOutcome.NothingSaved();
        }
    }
}
