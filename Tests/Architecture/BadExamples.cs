using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Tests.Architecture.BadExamples;

/// <summary>Breaks each rule of the house on purpose: a rule that does not see these sees nothing.</summary>
internal sealed class ComponentWithADatabase : ComponentBase
{
    [Inject]
    public required PortalDbContext Context { get; init; }
}

internal sealed class EntityThatAnyoneChanges
{
    private EntityThatAnyoneChanges()
    {
    }

    public int Id { get; set; }

    public static EntityThatAnyoneChanges Make() => new();
}

internal sealed class SqliteEverywhere
{
    public static string Code(SqliteException exception) => $"{exception.SqliteErrorCode}";
}
