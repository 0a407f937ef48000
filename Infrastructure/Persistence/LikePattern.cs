namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>What LIKE is asked for, when people type a part of a name.</summary>
internal static class LikePattern
{
    /// <summary>The third argument of LIKE: what stands after it is meant as it was typed.</summary>
    public const string Escape = "\\";

    /// <summary>Any text that has what was typed somewhere in it.</summary>
    public static string Containing(string typed)
    {
        var part = typed.Trim().Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal);
        return $"%{part}%";
    }
}
