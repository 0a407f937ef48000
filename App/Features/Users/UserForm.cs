using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;

namespace CovidSchoolReporting.App.Features.Users;

/// <summary>What was typed about a user, and what a refused save found in it. The rules are asked when it is saved.</summary>
public sealed class UserForm
{
    /// <summary>Between the code of an institute and its name, where both stand in one field.</summary>
    private const string CodeEnds = " - ";

    public string Email { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public Role? Role { get; set; }

    /// <summary>The code, alone or followed by the name as the suggestions write it.</summary>
    public string Institute { get; set; } = "";

    public bool Milano { get; set; }

    public bool Lodi { get; set; }

    public bool IsDirty { get; private set; }

    /// <summary>Counts the refused saves: the summary takes the focus at each.</summary>
    public int Attempt { get; private set; }

    public IReadOnlyList<UserFinding> Findings { get; private set; } = [];

    public static UserForm Of(UserRow row) => new()
    {
        Email = row.Email,
        DisplayName = row.DisplayName,
        Role = row.Role,
        Institute = row.InstituteCode is { } code ? InstituteText(code, row.InstituteName ?? "") : "",
        Milano = row.Territories.Contains(Territory.Milano),
        Lodi = row.Territories.Contains(Territory.Lodi),
    };

    public static string InstituteText(string code, string name) => $"{code}{CodeEnds}{name}";

    /// <summary>What does not go with the role is left out: it was typed before the role was chosen.</summary>
    /// <returns>Null while no role is chosen.</returns>
    public UserRegistration? Read()
    {
        if (Role is not { } role)
        {
            return null;
        }

        HashSet<Territory> territories = [.. Milano ? [Territory.Milano] : Array.Empty<Territory>(), .. Lodi ? [Territory.Lodi] : Array.Empty<Territory>()];
        var code = Institute.Split(CodeEnds)[0].Trim().ToUpperInvariant();
        return new UserRegistration(
            Email.Trim(), DisplayName.Trim(), role, role.IsSchool() && code.Length > 0 ? code : null,
            role is Domain.Access.Role.AgencyOperator ? territories : new HashSet<Territory>());
    }

    /// <summary>What is wrong whatever the role will be: asked while none is chosen.</summary>
    public IReadOnlyList<UserFinding> JudgePerson() => new UserRegistrationValidator().Judge(
        new UserRegistration(Email.Trim(), DisplayName.Trim(), Domain.Access.Role.AgencyAdministrator, null, new HashSet<Territory>()));

    public UserFault? FaultOf(string field) => Findings.FirstOrDefault(finding => finding.Field == field)?.Fault;

    public void Typed(string field)
    {
        IsDirty = true;

        // A field that is being put right is no longer red; the save says whether it is right.
        Findings = [.. Findings.Where(finding => finding.Field != field)];
    }

    public void Refuse(IReadOnlyList<UserFinding> findings)
    {
        Findings = findings;
        Attempt++;
    }

    public void Saved() => IsDirty = false;
}
