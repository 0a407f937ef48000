using System.Linq.Expressions;
using CovidSchoolReporting.Domain.Lists;
using Microsoft.EntityFrameworkCore.Query;

namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>A row's place in a sorted list.</summary>
internal sealed class Spot<TKey>
{
    public required TKey Key { get; init; }

    public required int Id { get; init; }
}

/// <summary>One way to walk a table: rows, and the column that sorts them. An index on both and the id must exist.</summary>
internal sealed record Walk<TEntity, TKey>(IQueryable<TEntity> Rows, Expression<Func<TEntity, TKey>> Key)
{
    /// <summary>Where the walk begins, as a condition on the key; null for no bound.</summary>
    public Expression<Func<TEntity, bool>>? From { get; init; }

    /// <summary>Where the walk ends, as a condition on the key; null for no bound.</summary>
    public Expression<Func<TEntity, bool>>? Before { get; init; }

    /// <summary>The rows between the bounds.</summary>
    public IQueryable<TEntity> Bounded() => Within(Within(Rows, From), Before);

    /// <summary>The rows this side of the bound to which the walk leads.</summary>
    public IQueryable<TEntity> BoundedAhead(bool descending) => Within(Rows, descending ? From : Before);

    private static IQueryable<TEntity> Within(IQueryable<TEntity> rows, Expression<Func<TEntity, bool>>? bound) =>
        bound is null ? rows : rows.Where(bound);
}

/// <summary>
/// Pages by key instead of by offset: the database goes straight to the place in the index, so the last page of a million
/// rows costs what the first does. The spots come from the index alone; the rows of the page are read by id afterwards.
/// </summary>
internal static class Keyset
{
    private const string IdProperty = "Id";

    /// <summary>The spots of one page, one more than asked for when there are more, in the walking order.</summary>
    /// <param name="walks">Walks over disjoint rows, merged into one list.</param>
    /// <param name="descending">The order of the walk.</param>
    /// <param name="anchor">
    /// The sorting key of the row <see cref="ListArguments.Anchor"/>, read by the same query: one trip to the database. Null for the first page.
    /// </param>
    public static IQueryable<Spot<TKey>> Spots<TEntity, TKey>(
        IReadOnlyList<Walk<TEntity, TKey>> walks, bool descending, IQueryable<TKey>? anchor, ListArguments arguments, int count)
    {
        var slices = walks.SelectMany(walk => Slices(walk, descending, anchor, arguments))
            .Select(slice => Sorted(slice, descending).Take(count))
            .ToList();
        return slices.Count == 1 ? slices[0] : Sorted(slices.Aggregate(Queryable.Concat), descending).Take(count);
    }

    /// <summary>The rows of the spots, in the spots' order.</summary>
    public static IQueryable<TRow> Rows<TEntity, TKey, TRow>(
        this IQueryable<Spot<TKey>> spots, IQueryable<TEntity> entities, Expression<Func<TEntity, TRow>> row, bool descending)
    {
        var joined = spots.Join(entities, spot => spot.Id, Id<TEntity>(), (spot, entity) => new { spot.Key, spot.Id, Entity = entity });
        var sorted = descending
            ? joined.OrderByDescending(found => found.Key).ThenByDescending(found => found.Id)
            : joined.OrderBy(found => found.Key).ThenBy(found => found.Id);
        return sorted.Select(found => found.Entity).Select(row);
    }

    /// <summary>
    /// Reads a page. A row that is not (or no longer) in the list, or that has nothing beyond it any more, leads to the first page.
    /// </summary>
    /// <param name="read">Reads the rows beside an anchor, in walking order and with one too many when there are more.</param>
    /// <param name="key">See <see cref="PageAnchor.Key"/>; null for an order that has none.</param>
    public static async Task<Page<TRow>> PageAsync<TRow>(
        PageAnchor? anchor, int size, Func<TRow, int> id, Func<PageAnchor?, Task<List<TRow>>> read, Func<TRow, int>? key = null)
    {
        var rows = await read(anchor);
        if (rows.Count == 0 && anchor is not null)
        {
            anchor = null;
            rows = await read(anchor);
        }

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
            hasPrevious ? PageAnchor.Before(id(rows[0])) with { Key = key?.Invoke(rows[0]) } : null,
            hasNext ? PageAnchor.After(id(rows[^1])) with { Key = key?.Invoke(rows[^1]) } : null);
    }

    private static IQueryable<Spot<TKey>> Sorted<TKey>(IQueryable<Spot<TKey>> spots, bool descending) => descending
        ? spots.OrderByDescending(spot => spot.Key).ThenByDescending(spot => spot.Id)
        : spots.OrderBy(spot => spot.Key).ThenBy(spot => spot.Id);

    /// <summary>
    /// The rows beyond an anchor lie in two stretches of the index: those with the same key and a farther id, and those with a
    /// farther key. Asked apart, each is one seek; asked with OR, the index would be read from its start.
    /// </summary>
    private static IEnumerable<IQueryable<Spot<TKey>>> Slices<TEntity, TKey>(
        Walk<TEntity, TKey> walk, bool descending, IQueryable<TKey>? anchor, ListArguments arguments)
    {
        if (anchor is null)
        {
            yield return walk.Bounded().Select(AsSpot(walk.Key));
            yield break;
        }

        Expression<Func<int>> id = () => arguments.Anchor;

        // A row of its own: the anchor's query, which goes into the condition, names its rows with the key's parameter.
        var row = Expression.Parameter(typeof(TEntity), "row");
        var idOfRow = Expression.Property(row, IdProperty);
        if (walk.Key.Body is MemberExpression { Member.Name: IdProperty })
        {
            yield return walk.Rows.Where(Condition(Beyond(idOfRow, id.Body, descending))).Select(AsSpot(walk.Key));
            yield break;
        }

        // The anchor lies between the bounds, so each stretch has at most one more: with a condition too many SQLite takes another index.
        var key = Comparable(ReplacingExpressionVisitor.Replace(walk.Key.Parameters[0], row, walk.Key.Body));
        var limit = Single(anchor);
        yield return walk.Rows
            .Where(Condition(Expression.AndAlso(Expression.Equal(key, limit), Beyond(idOfRow, id.Body, descending))))
            .Select(AsSpot(walk.Key));
        yield return walk.BoundedAhead(descending).Where(Condition(Beyond(key, limit, descending))).Select(AsSpot(walk.Key));

        Expression<Func<TEntity, bool>> Condition(Expression body) => Expression.Lambda<Func<TEntity, bool>>(body, row);
    }

    /// <summary>The anchor's key as a value inside the query, null when there is no such row.</summary>
    private static MethodCallExpression Single<TKey>(IQueryable<TKey> anchor)
    {
        var key = Expression.Parameter(typeof(TKey), "key");
        var value = Comparable(key);
        var values = Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [typeof(TKey), value.Type], anchor.Expression, Expression.Lambda(value, key));
        return Expression.Call(typeof(Queryable), nameof(Queryable.SingleOrDefault), [value.Type], values);
    }

    /// <summary>A form of the key that has an order in expressions, and a null: enums have neither.</summary>
    private static Expression Comparable(Expression key)
    {
        if (!key.Type.IsValueType)
        {
            return key;
        }

        var type = key.Type.IsEnum ? Enum.GetUnderlyingType(key.Type) : key.Type;
        return Expression.Convert(key, typeof(Nullable<>).MakeGenericType(type));
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
