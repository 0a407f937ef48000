using System.Globalization;
using CovidSchoolReporting.Domain.Audit;

namespace CovidSchoolReporting.App.Identity;

/// <summary>How the audit names a screen: by its address, with the ids left out. They stand in the entry itself.</summary>
public static class ScreenName
{
    private const string Id = "{id}";

    /// <param name="path">
    /// The path of the address, without query: «/casi/12/contatti» gives «/casi/{id}/contatti», and a file that is called by an id keeps its ending.
    /// </param>
    public static string Of(string path)
    {
        var name = string.Join('/', path.Split('/').Select(WithoutId));
        return name.Length <= AuditEntry.ScreenMaxLength ? name : name[..AuditEntry.ScreenMaxLength];
    }

    private static string WithoutId(string word)
    {
        var name = word.Split('.')[0];
        return IsId(name) ? Id + word[name.Length..] : word;
    }

    private static bool IsId(string word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _) || Guid.TryParse(word, out _);
}
