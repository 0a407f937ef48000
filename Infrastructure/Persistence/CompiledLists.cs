using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>What changes from one asking of a list to the next; all else is its shape.</summary>
internal sealed class ListArguments
{
    /// <summary>Whose rows.</summary>
    public int Owner { get; init; }

    /// <summary>The row next to which the page lies.</summary>
    public int Anchor { get; init; }

    /// <summary>What is searched for: the beginning of a range, or a whole key.</summary>
    public string From { get; init; } = "";

    /// <summary>Where the searched range ends.</summary>
    public string Before { get; init; } = "";
}

/// <summary>
/// The queries of a list, each compiled when it is first asked: building, hashing and comparing the expression of a page
/// took EF Core several times longer than the database needs to answer it.
/// </summary>
/// <typeparam name="TShape">All that decides what the query is like: order, filters, whether it begins at a row.</typeparam>
/// <typeparam name="TRow">A row of the page.</typeparam>
internal sealed class CompiledLists<TShape, TRow>
    where TShape : notnull
{
    private readonly ConcurrentDictionary<TShape, Func<PortalDbContext, int, int, string, string, IAsyncEnumerable<TRow>>> _queries = new();

    /// <param name="build">
    /// Makes the query of a shape. The arguments that it mentions are parameters of the query, whatever their values; any
    /// other variable becomes part of the shape.
    /// </param>
    public async Task<List<TRow>> ReadAsync(
        PortalDbContext context,
        TShape shape,
        ListArguments arguments,
        Func<ListArguments, IQueryable<TRow>> build,
        CancellationToken cancellationToken)
    {
        var query = _queries.GetOrAdd(shape, _ => Compile(build(arguments)));
        var rows = new List<TRow>();
        await foreach (var row in query(context, arguments.Owner, arguments.Anchor, arguments.From, arguments.Before)
            .WithCancellation(cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static Func<PortalDbContext, int, int, string, string, IAsyncEnumerable<TRow>> Compile(IQueryable<TRow> query)
    {
        var context = Expression.Parameter(typeof(PortalDbContext), "context");
        ParameterExpression[] arguments =
        [
            Expression.Parameter(typeof(int), nameof(ListArguments.Owner)),
            Expression.Parameter(typeof(int), nameof(ListArguments.Anchor)),
            Expression.Parameter(typeof(string), nameof(ListArguments.From)),
            Expression.Parameter(typeof(string), nameof(ListArguments.Before)),
        ];
        var body = new Parameterizer(context, arguments).Visit(query.Expression);
        return EF.CompileAsyncQuery(Expression.Lambda<Func<PortalDbContext, int, int, string, string, IQueryable<TRow>>>(body, [context, .. arguments]));
    }

    /// <summary>Takes a query off the context and the values that it was built with.</summary>
    private sealed class Parameterizer(ParameterExpression context, ParameterExpression[] arguments) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) => node.Member.DeclaringType == typeof(ListArguments)
            ? arguments.Single(argument => argument.Name == node.Member.Name)
            : base.VisitMember(node);

        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? Expression.Call(context, nameof(DbContext.Set), [root.ElementType])
            : base.VisitExtension(node);
    }
}
