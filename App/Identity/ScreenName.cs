using System.Globalization;
using CovidSchoolReporting.Domain.Audit;

namespace CovidSchoolReporting.App.Identity;

/// <summary>How the audit names a screen: by its address, with the ids left out. They stand in the entry itself.</summary>
public static class ScreenName
{
    private const string Id = "{id}";

    /// <param name="path">The path of the address, without query: «/casi/12/contatti» gives «/casi/{id}/contatti».</param>
    public static string Of(string path)
    {
        var name = string.Join('/', path.Split('/').Select(word => IsId(word) ? Id : word));
        return name.Length <= AuditEntry.ScreenMaxLength ? name : name[..AuditEntry.ScreenMaxLength];
    }

    private static bool IsId(string word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _) || Guid.TryParse(word, out _);
}
