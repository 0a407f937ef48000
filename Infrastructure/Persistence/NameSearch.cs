using System.Linq.Expressions;
using System.Reflection;

namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>Finds people by the beginning of their surname and name, in either order, with the indexes on both keys.</summary>
internal static class NameSearch
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <summary>Those whose surname begins so, and those whose name begins so but not the surname: together, each once.</summary>
    /// <param name="range">First key, and the key before which the range ends.</param>
    public static IReadOnlyList<Walk<TEntity, string>> Walks<TEntity>(
        IQueryable<TEntity> people,
        Expression<Func<TEntity, string>> surnameKey,
        Expression<Func<TEntity, string>> nameKey,
        (string From, string Before) range)
    {
        // Captured, so that they travel as parameters and one plan serves every search.
        Expression<Func<string>> from = () => range.From;
        Expression<Func<string>> before = () => range.Before;
        var bySurname = Within(surnameKey, from.Body, before.Body);
        var byName = Within(nameKey, from.Body, before.Body);
        return
        [
            new(people.Where(bySurname), surnameKey),
            new(people.Where(byName).Where(Not(bySurname)), nameKey),
        ];
    }

    private static Expression<Func<TEntity, bool>> Within<TEntity>(
        Expression<Func<TEntity, string>> key, Expression from, Expression before)
    {
        var zero = Expression.Constant(0);
        return Expression.Lambda<Func<TEntity, bool>>(
            Expression.AndAlso(
                Expression.GreaterThanOrEqual(Expression.Call(Compare, key.Body, from), zero),
                Expression.LessThan(Expression.Call(Compare, key.Body, before), zero)),
            key.Parameters);
    }

    private static Expression<Func<TEntity, bool>> Not<TEntity>(Expression<Func<TEntity, bool>> condition) =>
        Expression.Lambda<Func<TEntity, bool>>(Expression.Not(condition.Body), condition.Parameters);
}
