using System.Globalization;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>How the agency reads the class of a person.</summary>
public static class ClassLabel
{
    /// <summary>5 and B give «5 B»; a group of a service for 0 to 6 years stands in both fields, and is said once.</summary>
    public static string Of(string className, string section) =>
        string.Equals(className.Trim(), section.Trim(), StringComparison.OrdinalIgnoreCase) ? className.Trim() : $"{className} {section}".Trim();

    /// <summary>
    /// The class behind a key, which has no small letters: «5 B» and «5 AFM» stay as they are, and GIRASOLI GIRASOLI gives «Girasoli».
    /// </summary>
    public static string OfKey(string classKey)
    {
        var middle = classKey.Length / 2;
        var isGroup = classKey.Length % 2 == 1 && classKey[middle] == ' ' && classKey[..middle] == classKey[(middle + 1)..];
        var once = isGroup ? classKey[..middle] : classKey;
        return once.Any(char.IsDigit) ? once : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(once.ToLowerInvariant());
    }
}
