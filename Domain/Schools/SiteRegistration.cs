namespace CovidSchoolReporting.Domain.Schools;

/// <summary>One plesso with its institute, as an administrator or a register lists it.</summary>
/// <param name="MunicipalityCode">Belfiore code of a comune of the agency's territory.</param>
public sealed record SiteRegistration(
    string InstituteCode, string InstituteName, string SiteCode, string SiteName, SchoolType Type, string MunicipalityCode)
{
    /// <summary>Null where the list does not say: then what is known stays.</summary>
    public SchoolRegister? Register { get; init; }

    /// <summary>Null where the list does not say: then what is known stays.</summary>
    public int? Pupils { get; init; }

    /// <summary>What is missing or too long; in English, for the people who run the portal.</summary>
    public IEnumerable<string> Faults() => Judge().Select(finding => finding.Reason);

    /// <summary>What is wrong with the name of an institute.</summary>
    public static IEnumerable<SiteFinding> JudgeInstituteName(string name) =>
        Judge(nameof(InstituteName), "name of the institute", name, Institute.NameMaxLength);

    /// <summary>What is missing or too long, and in which value.</summary>
    public IEnumerable<SiteFinding> Judge() =>
    [
        .. Judge(nameof(InstituteCode), "code of the institute", InstituteCode, Institute.CodeMaxLength),
        .. JudgeInstituteName(InstituteName),
        .. Judge(nameof(SiteCode), "code of the plesso", SiteCode, Institute.CodeMaxLength),
        .. Judge(nameof(SiteName), "name of the plesso", SiteName, Institute.NameMaxLength),
        .. Pupils < 0 ? [new SiteFinding(nameof(Pupils), SiteFault.Forbidden, "the number of pupils is below zero")] : Array.Empty<SiteFinding>(),
    ];

    private static IEnumerable<SiteFinding> Judge(string field, string what, string value, int longest)
    {
        if (value.Length == 0)
        {
            yield return new SiteFinding(field, SiteFault.Missing, $"the {what} is missing");
        }
        else if (value.Length > longest)
        {
            yield return new SiteFinding(field, SiteFault.TooLong, $"the {what} is longer than {longest} characters");
        }
        else if (value.Any(char.IsControl))
        {
            yield return new SiteFinding(field, SiteFault.Forbidden, $"the {what} holds control characters");
        }
    }
}
