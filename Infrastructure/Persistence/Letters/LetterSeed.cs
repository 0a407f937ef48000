using CovidSchoolReporting.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Letters;

/// <summary>Brings the standard texts that the database does not have; what the administrator did with a text is never undone.</summary>
internal static class LetterSeed
{
    public static async Task SowAsync(PortalDbContext context, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        var there = await context.Set<LetterTemplate>().Select(t => new { t.Kind, t.Language }).Distinct().ToListAsync(cancellationToken);
        var missing = StandardLetter.All.Where(standard => !there.Contains(new { standard.Kind, standard.Language })).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        context.AddRange(missing.Select(LetterTemplate.Brought));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            // Another process started on the same database and was first.
        }
    }
}
