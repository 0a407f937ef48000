using System.Globalization;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CovidSchoolReporting.Infrastructure.Retention;

/// <summary>
/// How cases are removed with everything that belongs to them: read from the model, so that a table that is added later and refers to a
/// case, or to something of a case, is emptied without anybody thinking of it.
/// </summary>
internal sealed class RemovalPlan
{
    private const string IdsMark = "{ids}";

    private readonly IReadOnlyList<string> _statements;

    private RemovalPlan(IReadOnlyList<string> statements, IReadOnlySet<IEntityType> emptied) => (_statements, Emptied) = (statements, emptied);

    /// <summary>Everything of which rows go with a case.</summary>
    public IReadOnlySet<IEntityType> Emptied { get; }

    public static RemovalPlan Of(IModel model)
    {
        var root = model.FindEntityType(typeof(CovidCase))!;
        List<string> statements = [];
        HashSet<IEntityType> emptied = [];
        Visit(root, $"{Quoted(Key(root))} IN ({IdsMark})", []);
        return new RemovalPlan(statements, emptied);

        // What refers to the rows goes before them, and what refers to that before it.
        void Visit(IEntityType type, string which, IReadOnlyList<IEntityType> above)
        {
            if (above.Contains(type))
            {
                return; // Rows of a table that refer to others of it go with their own case.
            }

            emptied.Add(type);
            foreach (var reference in type.GetReferencingForeignKeys())
            {
                var column = Quoted(reference.Properties.Single().GetColumnName());
                var referring = $"{column} IN (SELECT {Quoted(reference.PrincipalKey.Properties.Single().GetColumnName())} FROM {Table(type)} WHERE {which})";
                if (Goes(reference))
                {
                    Visit(reference.DeclaringEntityType, referring, [.. above, type]);
                }
                else
                {
                    statements.Add($"UPDATE {Table(reference.DeclaringEntityType)} SET {column} = NULL WHERE {referring}");
                }
            }

            statements.Add($"DELETE FROM {Table(type)} WHERE {which}");
        }
    }

    /// <summary>The statements that remove these cases, in their order.</summary>
    public IEnumerable<string> For(IEnumerable<int> caseIds)
    {
        var ids = string.Join(',', caseIds.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        return _statements.Select(statement => statement.Replace(IdsMark, ids, StringComparison.Ordinal));
    }

    /// <summary>Whether the row goes with what it refers to; a reference that may be missing is only taken out.</summary>
    private static bool Goes(IForeignKey reference) =>
        reference.IsRequired || reference.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.ClientCascade;

    private static string Key(IEntityType type) => type.FindPrimaryKey()!.Properties.Single().GetColumnName();

    private static string Table(IEntityType type) => Quoted(type.GetTableName()!);

    private static string Quoted(string name) => $"\"{name}\"";
}
