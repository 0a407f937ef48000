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

    public SchoolRegister Register { get; private set; }

    /// <summary>How many pupils it has, where that is known.</summary>
    public int? Pupils { get; private set; }

    /// <summary>The day in Europe/Rome on which its register no longer listed it; its cases stay, new ones are not offered it.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Puts right what is known of a plesso that exists; its code says which one it is and stays.</summary>
    public void Amend(SiteRegistration listed)
    {
        (Name, Type, MunicipalityCode) = (listed.SiteName, listed.Type, listed.MunicipalityCode);
        Register = listed.Register ?? Register;
        Pupils = listed.Pupils ?? Pupils;
        ClosedOn = null;
    }

    public void Close(DateOnly day) => ClosedOn ??= day;

    internal static SchoolSite Of(SiteRegistration listed)
    {
        var site = new SchoolSite { Code = listed.SiteCode };
        site.Amend(listed);
        return site;
    }
}
