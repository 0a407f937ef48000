using System.Linq.Expressions;
using System.Reflection;

namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>
/// Finds people by the beginning of their surname and name, in either order, with the indexes on both keys. The range of
/// keys is that of <see cref="ListArguments.From"/> and <see cref="ListArguments.Before"/>.
/// </summary>
internal sealed class NameSearch<TEntity>
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    private readonly Expression<Func<TEntity, string>> _surnameKey;
    private readonly Expression<Func<TEntity, string>> _nameKey;
    private readonly Expression<Func<TEntity, bool>> _bySurname;
    private readonly Expression<Func<TEntity, bool>> _byName;

    public NameSearch(
        Expression<Func<TEntity, string>> surnameKey, Expression<Func<TEntity, string>> nameKey, ListArguments arguments)
    {
        Expression<Func<string>> from = () => arguments.From;
        Expression<Func<string>> before = () => arguments.Before;
        (_surnameKey, _nameKey) = (surnameKey, nameKey);
        _bySurname = Within(surnameKey, from.Body, before.Body);
        _byName = Within(nameKey, from.Body, before.Body);
    }

    /// <summary>Those whose surname begins so, and those whose name begins so but not the surname: together, each once.</summary>
    public IEnumerable<Walk<TEntity, string>> Walks(IQueryable<TEntity> people)
    {
        var notBySurname = Expression.Lambda<Func<TEntity, bool>>(Expression.Not(_bySurname.Body), _bySurname.Parameters);
        return [new(people.Where(_bySurname), _surnameKey), new(people.Where(_byName).Where(notBySurname), _nameKey)];
    }

    /// <summary>The key by which a person that was found is sorted.</summary>
    public IQueryable<string> KeyOf(IQueryable<TEntity> people) =>
        Walks(people).Select(walk => walk.Rows.Select(walk.Key)).Aggregate(Queryable.Concat);

    private static Expression<Func<TEntity, bool>> Within(
        Expression<Func<TEntity, string>> key, Expression from, Expression before)
    {
        var zero = Expression.Constant(0);
        return Expression.Lambda<Func<TEntity, bool>>(
            Expression.AndAlso(
                Expression.GreaterThanOrEqual(Expression.Call(Compare, key.Body, from), zero),
                Expression.LessThan(Expression.Call(Compare, key.Body, before), zero)),
            key.Parameters);
    }
}
