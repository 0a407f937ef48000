using System.Diagnostics.CodeAnalysis;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Infrastructure.Schools;

/// <summary>How plessi are written on the command line and in CSV files.</summary>
public static class SchoolNotation
{
    private static readonly Dictionary<string, SchoolType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nursery"] = SchoolType.Nursery,
        ["kindergarten"] = SchoolType.Kindergarten,
        ["primary"] = SchoolType.Primary,
        ["lowersecondary"] = SchoolType.LowerSecondary,
        ["uppersecondary"] = SchoolType.UpperSecondary,
        ["vocational"] = SchoolType.VocationalTraining,
    };

    public static string TypeNames => string.Join('|', Types.Keys);

    public static string Write(SchoolType type) => Types.Single(t => t.Value == type).Key;

    /// <summary>Reads the six values of a plesso.</summary>
    /// <param name="type">One of <see cref="TypeNames"/>.</param>
    /// <param name="municipality">A name, a name with its province, or a Belfiore code, in the agency's territory.</param>
    /// <param name="error">English: which value cannot be read.</param>
    public static bool TryRead(
        PlaceRegister places,
        (string Code, string Name) institute,
        (string Code, string Name) site,
        string type,
        string municipality,
        [NotNullWhen(true)] out SiteRegistration? registration,
        [NotNullWhen(false)] out string? error)
    {
        (registration, error) = (null, null);
        if (!Types.TryGetValue(type.Trim(), out var known))
        {
            error = $"the type '{type}' is not one of {TypeNames}";
            return false;
        }

        if (places.Resolve(municipality) is not { Territory: not null } comune)
        {
            error = $"'{municipality}' is not a comune of the provinces of Milano and Lodi";
            return false;
        }

        registration = new SiteRegistration(
            institute.Code.Trim().ToUpperInvariant(), institute.Name.Trim(),
            site.Code.Trim().ToUpperInvariant(), site.Name.Trim(), known, comune.Code);
        return true;
    }
}
