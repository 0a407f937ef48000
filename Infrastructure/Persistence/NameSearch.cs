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
    private readonly Expression<Func<string>> _from;
    private readonly Expression<Func<string>> _before;

    public NameSearch(
        Expression<Func<TEntity, string>> surnameKey, Expression<Func<TEntity, string>> nameKey, ListArguments arguments)
    {
        (_surnameKey, _nameKey) = (surnameKey, nameKey);
        _from = () => arguments.From;
        _before = () => arguments.Before;
    }

    /// <summary>Those whose surname begins so, and those whose name begins so but not the surname: together, each once.</summary>
    public IEnumerable<Walk<TEntity, string>> Walks(IQueryable<TEntity> people)
    {
        var notBySurname = Expression.Lambda<Func<TEntity, bool>>(
            Expression.Not(Expression.AndAlso(From(_surnameKey).Body, Before(_surnameKey).Body)), _surnameKey.Parameters);
        return [Walk(people, _surnameKey), Walk(people.Where(notBySurname), _nameKey)];
    }

    /// <summary>Those whose surname begins so.</summary>
    public IQueryable<TEntity> BySurname(IQueryable<TEntity> people) => Walk(people, _surnameKey).Bounded();

    /// <summary>The key by which a person that was found is sorted.</summary>
    public IQueryable<string> KeyOf(IQueryable<TEntity> people) =>
        Walks(people).Select(walk => walk.Bounded().Select(walk.Key)).Aggregate(Queryable.Concat);

    private Walk<TEntity, string> Walk(IQueryable<TEntity> people, Expression<Func<TEntity, string>> key) =>
        new(people, key) { From = From(key), Before = Before(key) };

    private Expression<Func<TEntity, bool>> From(Expression<Func<TEntity, string>> key) => Expression.Lambda<Func<TEntity, bool>>(
        Expression.GreaterThanOrEqual(Expression.Call(Compare, key.Body, _from.Body), Expression.Constant(0)), key.Parameters);

    private Expression<Func<TEntity, bool>> Before(Expression<Func<TEntity, string>> key) => Expression.Lambda<Func<TEntity, bool>>(
        Expression.LessThan(Expression.Call(Compare, key.Body, _before.Body), Expression.Constant(0)), key.Parameters);
}
