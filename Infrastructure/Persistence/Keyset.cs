using System.Linq.Expressions;
using CovidSchoolReporting.Domain.Lists;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>A row's place in a sorted list.</summary>
internal sealed class Spot<TKey>
{
    public required TKey Key { get; init; }

    public required int Id { get; init; }
}

/// <summary>One way to walk a table: rows, and the column that sorts them. An index on both and the id must exist.</summary>
internal sealed record Walk<TEntity, TKey>(IQueryable<TEntity> Rows, Expression<Func<TEntity, TKey>> Key);

/// <summary>
/// Pages by key instead of by offset: the database goes straight to the place in the index, so the last page of a million
/// rows costs what the first does. The spots come from the index alone; the rows of the page are read by id afterwards.
/// </summary>
internal static class Keyset
{
    private const string IdProperty = "Id";

    /// <summary>The spots of one page, one more than asked for when there are more, in the walking order.</summary>
    /// <param name="walks">Walks over disjoint rows, merged into one list.</param>
    /// <param name="descending">The list's order, not the direction of the walk.</param>
    /// <param name="from">The spot next to which the page lies, or null for the first page.</param>
    public static IQueryable<Spot<TKey>> Spots<TEntity, TKey>(
        IReadOnlyList<Walk<TEntity, TKey>> walks, bool descending, Spot<TKey>? from, int count)
    {
        var slices = walks.SelectMany(walk => Slices(walk, descending, from))
            .Select(slice => Sorted(slice, descending).Take(count))
            .ToList();
        return slices.Count == 1 ? slices[0] : Sorted(slices.Aggregate(Queryable.Concat), descending).Take(count);
    }

    /// <summary>The spot of a row, or null when it is not (or no longer) in the list.</summary>
    /// <param name="owned">
    /// All rows of the list without its filter: a row that has just left the filter still tells where the page begins.
    /// </param>
    public static async Task<Spot<TKey>?> FindSpotAsync<TEntity, TKey>(
        IReadOnlyList<Walk<TEntity, TKey>> walks, IQueryable<TEntity> owned, int id, CancellationToken cancellationToken)
    {
        var sources = walks is [var only] ? [only with { Rows = owned }] : walks;
        foreach (var walk in sources)
        {
            if (await walk.Rows.Select(AsSpot(walk.Key)).SingleOrDefaultAsync(spot => spot.Id == id, cancellationToken) is { } spot)
            {
                return spot;
            }
        }

        return null;
    }

    /// <summary>Turns the rows read for a page, in walking order and with one too many when there are more, into the page.</summary>
    public static Page<TRow> Page<TRow>(List<TRow> rows, Func<TRow, int> id, PageAnchor? anchor, int size)
    {
        var more = rows.Count > size;
        if (more)
        {
            rows.RemoveAt(size);
        }

        var backwards = anchor is { Backwards: true };
        if (backwards)
        {
            rows.Reverse();
        }

        if (rows.Count == 0)
        {
            return new Page<TRow>([], null, null);
        }

        var hasPrevious = backwards ? more : anchor is not null;
        var hasNext = backwards || more;
        return new Page<TRow>(
            rows,
            hasPrevious ? PageAnchor.Before(id(rows[0])) : null,
            hasNext ? PageAnchor.After(id(rows[^1])) : null);
    }

    /// <summary>Reads the rows of the spots, in the spots' order.</summary>
    public static Task<List<TRow>> ReadAsync<TEntity, TKey, TRow>(
        this IQueryable<Spot<TKey>> spots,
        IQueryable<TEntity> entities,
        Expression<Func<TEntity, TRow>> row,
        bool descending,
        CancellationToken cancellationToken)
        where TEntity : class
    {
        var joined = spots.Join(entities, spot => spot.Id, Id<TEntity>(), (spot, entity) => new { spot.Key, spot.Id, Entity = entity });
        var sorted = descending
            ? joined.OrderByDescending(found => found.Key).ThenByDescending(found => found.Id)
            : joined.OrderBy(found => found.Key).ThenBy(found => found.Id);
        return sorted.Select(found => found.Entity).Select(row).ToListAsync(cancellationToken);
    }

    private static IQueryable<Spot<TKey>> Sorted<TKey>(IQueryable<Spot<TKey>> spots, bool descending) => descending
        ? spots.OrderByDescending(spot => spot.Key).ThenByDescending(spot => spot.Id)
        : spots.OrderBy(spot => spot.Key).ThenBy(spot => spot.Id);

    /// <summary>
    /// The rows beyond a spot lie in two stretches of the index: those with the same key and a farther id, and those with a
    /// farther key. Asked apart, each is one seek; asked with OR, the index would be read from its start.
    /// </summary>
    private static IEnumerable<IQueryable<Spot<TKey>>> Slices<TEntity, TKey>(
        Walk<TEntity, TKey> walk, bool descending, Spot<TKey>? from)
    {
        if (from is null)
        {
            yield return walk.Rows.Select(AsSpot(walk.Key));
            yield break;
        }

        // The spot is captured so that it travels as a parameter: one plan serves every page.
        Expression<Func<TKey>> key = () => from.Key;
        Expression<Func<int>> id = () => from.Id;
        var row = walk.Key.Parameters[0];
        var idOfRow = Expression.Property(row, IdProperty);
        if (typeof(TKey) != typeof(int) || walk.Key.Body is not MemberExpression { Member.Name: IdProperty })
        {
            yield return walk.Rows
                .Where(Condition(Expression.AndAlso(
                    Expression.Equal(walk.Key.Body, key.Body), Beyond(idOfRow, id.Body, descending))))
                .Select(AsSpot(walk.Key));
        }

        yield return walk.Rows.Where(Condition(Beyond(walk.Key.Body, key.Body, descending))).Select(AsSpot(walk.Key));

        Expression<Func<TEntity, bool>> Condition(Expression body) => Expression.Lambda<Func<TEntity, bool>>(body, row);
    }

    private static BinaryExpression Beyond(Expression value, Expression limit, bool descending)
    {
        var (left, right) = (value, limit);
        if (value.Type == typeof(string))
        {
            var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
            (left, right) = (Expression.Call(compare, value, limit), Expression.Constant(0));
        }

        return descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
    }

    private static Expression<Func<TEntity, Spot<TKey>>> AsSpot<TEntity, TKey>(Expression<Func<TEntity, TKey>> key) =>
        Expression.Lambda<Func<TEntity, Spot<TKey>>>(
            Expression.MemberInit(
                Expression.New(typeof(Spot<TKey>)),
                Expression.Bind(typeof(Spot<TKey>).GetProperty(nameof(Spot<>.Key))!, key.Body),
                Expression.Bind(
                    typeof(Spot<TKey>).GetProperty(nameof(Spot<>.Id))!, Expression.Property(key.Parameters[0], IdProperty))),
            key.Parameters);

    private static Expression<Func<TEntity, int>> Id<TEntity>()
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        return Expression.Lambda<Func<TEntity, int>>(Expression.Property(row, IdProperty), row);
    }
}
