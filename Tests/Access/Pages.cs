using System.Reflection;
using System.Text.RegularExpressions;
using CovidSchoolReporting.App.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>The pages of the portal, by the addresses that they declare.</summary>
internal static partial class Pages
{
    public static IReadOnlyList<(string Template, Type Page)> All { get; } =
    [
        .. typeof(Routes).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, type))),
    ];

    /// <summary>The page that a circuit would show at the address; null for what is not a page or has no circuit.</summary>
    public static Type? InCircuit(string address) =>
        All.Where(page => IsAt(page.Template, address)).Select(page => page.Page)
            .FirstOrDefault(page => page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null);

    public static bool IsPage(string address) => All.Any(page => IsAt(page.Template, address));

    public static bool IsGuarded(Type page) => page.GetCustomAttribute<AuthorizeAttribute>() is not null;

    /// <param name="address">May hold names in braces for ids.</param>
    public static bool IsAt(string template, string address) => Regex.IsMatch(
        address.Split('?')[0],
        "^" + Parameter().Replace(template, match => match.Value switch
        {
            var id when id.EndsWith(":int}", StringComparison.Ordinal) => @"(\d+|\{[a-z-]+\})",
            "{Word}" => "(classe|quarantena|fine-isolamento)",
            "{Language}" => "[a-z]{2,3}",
            "{Step:regex(^elimina$)}" => "elimina",
            var other => throw new InvalidOperationException($"The walk does not know the parameter '{other}'."),
        }) + "$");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
