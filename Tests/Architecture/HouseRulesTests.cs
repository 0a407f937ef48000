using System.Reflection;
using CovidSchoolReporting.App.Components;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Architecture.BadExamples;
using Microsoft.AspNetCore.Components;
using NetArchTest.Rules;

namespace CovidSchoolReporting.Tests.Architecture;

/// <summary>Where the walls of the house stand. Each rule is also shown a bad example, which it must see.</summary>
public sealed class HouseRulesTests
{
    private const string Sqlite = "Microsoft.Data.Sqlite";
    private const string SqliteHome = "CovidSchoolReporting.Infrastructure.Persistence.Sqlite";

    private static readonly Assembly _domain = typeof(CovidCase).Assembly;
    private static readonly Assembly _infrastructure = typeof(PortalDbContext).Assembly;
    private static readonly Assembly _app = typeof(Icon).Assembly;
    private static readonly Assembly _tests = typeof(HouseRulesTests).Assembly;
    private static readonly string[] _database = ["Microsoft.EntityFrameworkCore", Sqlite, typeof(PortalDbContext).FullName!];

    [Fact]
    public void Domain_KnowsNoDatabaseAndNoWeb()
    {
        string[] walls = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", Sqlite, "MudBlazor", "CovidSchoolReporting.Infrastructure"];

        Assert.Empty(References(_domain, walls));
        Assert.NotEmpty(References(_infrastructure, walls));
    }

    [Fact]
    public void Components_NeverSeeTheDatabase()
    {
        Assert.Empty(ComponentsWithDatabase(_app));
        Assert.Contains(typeof(ComponentWithADatabase).FullName, ComponentsWithDatabase(_tests));
    }

    [Fact]
    public void Sqlite_IsKnownInOnePlace()
    {
        Assert.Empty(UsersOfSqlite(_domain).Concat(UsersOfSqlite(_app)).Concat(UsersOfSqlite(_infrastructure)));
        Assert.Contains(typeof(SqliteEverywhere).FullName, UsersOfSqlite(_tests));
    }

    [Fact]
    public void Entities_HaveNoPublicSetter()
    {
        Assert.Contains(typeof(CovidCase), Entities(_domain));
        Assert.Empty(Entities(_domain).SelectMany(PublicSetters));
        Assert.NotEmpty(Entities(_tests).SelectMany(PublicSetters));
    }

    private static IEnumerable<string> References(Assembly assembly, string[] walls) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => walls.Any(wall => name.StartsWith(wall, StringComparison.Ordinal)));

    private static IEnumerable<string?> ComponentsWithDatabase(Assembly assembly) => Types.InAssembly(assembly)
        .That().Inherit(typeof(ComponentBase)).And().HaveDependencyOnAny(_database)
        .GetTypes().Select(type => type.FullName);

    private static IEnumerable<string?> UsersOfSqlite(Assembly assembly) => Types.InAssembly(assembly)
        .That().HaveDependencyOn(Sqlite)
        .GetTypes().Select(type => type.FullName)
        .Where(name => !name!.StartsWith(SqliteHome, StringComparison.Ordinal));

    /// <summary>What is made by a named factory and has an id: nobody else may construct it.</summary>
    private static IEnumerable<Type> Entities(Assembly assembly) => assembly.GetTypes().Where(type =>
        type is { IsClass: true, IsAbstract: false }
        && type.GetProperty("Id") is not null
        && type.GetConstructors().Length == 0);

    private static IEnumerable<string> PublicSetters(Type type) => type.GetProperties()
        .Where(property => property.SetMethod is { IsPublic: true })
        .Select(property => $"{type.Name}.{property.Name}");
}
