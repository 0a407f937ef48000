using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What tells two classes of a plesso apart at the agency, however each report wrote them.</summary>
public static class ClassKey
{
    /// <summary>Class, a blank and section, each as long as its field.</summary>
    public const int MaxLength = (Cases.FieldLimits.ClassName * 2) + 1;

    /// <summary>«1^» and «b», «Classe 1» and «Sez. B» are both «1 B». A group of a service for 0 to 6 years stands twice: «GIRASOLI GIRASOLI».</summary>
    public static string Of(string className, string section) =>
        $"{ClassText.Class(className.Trim()).ToUpperInvariant()} {ClassText.Section(section.Trim()).ToUpperInvariant()}";
}
