using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Places;

/// <summary>A comune of today's Italy.</summary>
/// <param name="Code">Belfiore (land registry) code, a letter and three digits: the one inside a codice fiscale.</param>
/// <param name="Name">Official Italian name, in mixed case.</param>
/// <param name="Province">Sigla of the province, two letters.</param>
/// <param name="PostalCode">CAP, five digits; the first one where the comune has several (Milano has 38).</param>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
public sealed record Municipality(
    string Code, string Name, string Province, string PostalCode, double Latitude, double Longitude)
{
    /// <summary>Characters of a Belfiore code.</summary>
    public const int CodeLength = 4;

    /// <summary>"Bertonico (LO)": what every screen shows, because five names belong to two comuni each.</summary>
    public string Label => $"{Name} ({Province})";

    /// <summary>The agency's territory, or null where another agency answers.</summary>
    public Territory? Territory => Province switch
    {
        "MI" => Access.Territory.Milano,
        "LO" => Access.Territory.Lodi,
        _ => null,
    };
}
