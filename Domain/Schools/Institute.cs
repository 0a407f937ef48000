namespace CovidSchoolReporting.Domain.Schools;

/// <summary>Istituto: the administrative school that owns one or more plessi; head teachers and referents belong to it.</summary>
public sealed class Institute
{
    public const int NameMaxLength = 160;
    public const int CodeMaxLength = 20;

    private readonly List<SchoolSite> _sites = [];

    private Institute()
    {
    }

    public int Id { get; private set; }

    /// <summary>Codice meccanografico of the ministry, or the code that the administrator gave where there is none.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public IReadOnlyList<SchoolSite> Sites => _sites;

    public static Institute Register(string code, string name) => new() { Code = code, Name = name };

    /// <summary>The ministry renames institutes; reports that were sent keep the name that they bore.</summary>
    public void Rename(string name) => Name = name;

    public SchoolSite AddSite(string code, string name, SchoolType type, string municipalityCode) =>
        AddSite(new SiteRegistration(Code, Name, code, name, type, municipalityCode));

    public SchoolSite AddSite(SiteRegistration listed)
    {
        var site = SchoolSite.Of(listed);
        _sites.Add(site);
        return site;
    }
}
