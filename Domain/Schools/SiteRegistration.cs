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
    public IEnumerable<string> Faults()
    {
        (string What, string Value, int Longest)[] values =
        [
            ("code of the institute", InstituteCode, Institute.CodeMaxLength),
            ("name of the institute", InstituteName, Institute.NameMaxLength),
            ("code of the plesso", SiteCode, Institute.CodeMaxLength),
            ("name of the plesso", SiteName, Institute.NameMaxLength),
        ];
        foreach (var (what, value, longest) in values)
        {
            if (value.Length == 0)
            {
                yield return $"the {what} is missing";
            }
            else if (value.Length > longest)
            {
                yield return $"the {what} is longer than {longest} characters";
            }
            else if (value.Any(char.IsControl))
            {
                yield return $"the {what} holds control characters";
            }
        }

        if (Pupils < 0)
        {
            yield return "the number of pupils is below zero";
        }
    }
}
