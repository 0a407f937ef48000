using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Letters;

/// <inheritdoc cref="ILetterTemplateStore"/>
internal sealed class LetterTemplateStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, ChangeHub hub) : ILetterTemplateStore
{
    public async Task<IReadOnlyList<LetterTemplate>> NewestAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var templates = context.Set<LetterTemplate>().AsNoTracking();
        var newest = await templates
            .Where(t => !templates.Any(later => later.Kind == t.Kind && later.Language == t.Language && later.Version > t.Version))
            .ToListAsync(cancellationToken);
        return [.. newest.OrderBy(t => t.Kind).ThenBy(t => LetterLanguages.All.ToList().IndexOf(t.Language))];
    }

    public async Task<bool> AddAsync(LetterTemplate version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(version);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            return false;
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            throw new StoreUnavailableException(exception);
        }

        hub.Publish(Change.OfThePolicies);
        return true;
    }
}
