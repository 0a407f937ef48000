namespace CovidSchoolReporting.Domain.Agency;

/// <summary>How the agency reads the class of a person.</summary>
public static class ClassLabel
{
    /// <summary>5 and B give «5 B»; a group of a service for 0 to 6 years stands in both fields, and is said once.</summary>
    public static string Of(string className, string section) =>
        string.Equals(className.Trim(), section.Trim(), StringComparison.OrdinalIgnoreCase) ? className.Trim() : $"{className} {section}".Trim();
}
