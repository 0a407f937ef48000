using System.Globalization;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Mappings;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Audit;

/// <summary>An entry about so many cases that EF should not follow each of its rows: they go in by statements of some thousands.</summary>
internal static class LongAuditEntry
{
    private const int SubjectsAtOnce = 5_000;

    /// <summary>Writes the entry with all its cases, or nothing of it.</summary>
    /// <param name="entry">Without its cases.</param>
    public static async Task AddAsync(
        PortalDbContext context, DatabaseEngine engine, AuditEntry entry, IEnumerable<int> caseIds, CancellationToken cancellationToken)
    {
        using var turn = await engine.TakeTurnAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Add(entry);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var part in caseIds.Chunk(SubjectsAtOnce))
        {
            await context.Database.ExecuteSqlRawAsync(Statement(part.Length), [entry.Id, .. part.Cast<object>()], cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>It takes the entry's id and so many ids of cases.</summary>
    private static string Statement(int cases)
    {
        var rows = Enumerable.Range(1, cases).Select(row => string.Create(CultureInfo.InvariantCulture, $"({{0}}, {{{row}}})"));
        return $"INSERT INTO \"{AuditMapping.SubjectTable}\" (\"EntryId\", \"CaseId\") VALUES {string.Join(',', rows)}";
    }
}
