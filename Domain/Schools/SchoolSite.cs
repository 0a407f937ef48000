namespace CovidSchoolReporting.Domain.Schools;

/// <summary>Plesso: one building of a school, where a case attended.</summary>
public sealed class SchoolSite
{
    private SchoolSite()
    {
    }

    public int Id { get; private set; }

    public int InstituteId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public SchoolType Type { get; private set; }

    /// <summary>Belfiore code of the comune.</summary>
    public string MunicipalityCode { get; private set; } = "";

    /// <summary>Puts right what is known of the plesso; its code says which one it is and stays.</summary>
    public void Amend(string name, SchoolType type, string municipalityCode) =>
        (Name, Type, MunicipalityCode) = (name, type, municipalityCode);

    internal static SchoolSite Of(string code, string name, SchoolType type, string municipalityCode) =>
        new() { Code = code, Name = name, Type = type, MunicipalityCode = municipalityCode };
}
