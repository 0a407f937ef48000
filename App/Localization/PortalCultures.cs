using System.Globalization;

namespace CovidSchoolReporting.App.Localization;

/// <summary>The languages of the screens: Italian, and English as the second one. Both write a day as dd/MM/yyyy.</summary>
public static class PortalCultures
{
    public const string Italian = "it-IT";
    public const string English = "en-GB";

    /// <summary>Holds the language that the user chose and nothing else; needed for the service, so it asks no consent.</summary>
    public const string CookieName = ".Portal.Culture";

    public static IReadOnlyList<string> All { get; } = [Italian, English];

    /// <summary>Two letters, for <c>&lt;html lang&gt;</c>.</summary>
    public static string CurrentLanguage => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static bool IsEnglish => CurrentLanguage == "en";
}
