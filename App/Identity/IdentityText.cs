using System.Globalization;
using System.Resources;

namespace CovidSchoolReporting.App.Identity;

/// <summary>
/// The texts of the sign-in pages, from <c>IdentityText.resx</c> (Italian) and <c>IdentityText.en.resx</c>.
/// Read without the localisation services: a page that explains a failure depends on as little as possible.
/// </summary>
internal static class IdentityText
{
    private static readonly ResourceManager Resources = new(typeof(IdentityText).FullName!, typeof(IdentityText).Assembly);

    /// <summary>The text in the language of the request.</summary>
    /// <exception cref="MissingManifestResourceException">No text has that name.</exception>
    public static string Get(string name) => Resources.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException($"IdentityText has no '{name}'.");
}
