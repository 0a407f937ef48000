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

    /// <summary>What is missing or too long, and in which value.</summary>
    public IEnumerable<SiteFinding> Judge()
    {
        (string Field, string What, string Value, int Longest)[] values =
        [
            (nameof(InstituteCode), "code of the institute", InstituteCode, Institute.CodeMaxLength),
            (nameof(InstituteName), "name of the institute", InstituteName, Institute.NameMaxLength),
            (nameof(SiteCode), "code of the plesso", SiteCode, Institute.CodeMaxLength),
            (nameof(SiteName), "name of the plesso", SiteName, Institute.NameMaxLength),
        ];
        foreach (var (field, what, value, longest) in values)
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

        if (Pupils < 0)
        {
            yield return new SiteFinding(nameof(Pupils), SiteFault.Forbidden, "the number of pupils is below zero");
        }
    }
}
