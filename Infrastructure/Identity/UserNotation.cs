using System.Diagnostics.CodeAnalysis;
using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>How roles and territories are written on the command line and in CSV files.</summary>
public static class UserNotation
{
    private static readonly Dictionary<string, Role> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["headteacher"] = Role.HeadTeacher,
        ["referent"] = Role.Referent,
        ["operator"] = Role.AgencyOperator,
        ["administrator"] = Role.AgencyAdministrator,
    };

    private static readonly Dictionary<string, Territory> TerritoryCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MI"] = Territory.Milano,
        ["LO"] = Territory.Lodi,
    };

    public static string RoleNames => string.Join('|', Roles.Keys);

    public static string Write(Role role) => Roles.Single(r => r.Value == role).Key;

    public static string Write(IEnumerable<Territory> territories) =>
        string.Join(',', territories.OrderBy(t => t).Select(t => TerritoryCodes.Single(c => c.Value == t).Key));

    /// <summary>Reads territories: MI, LO or both, none for an empty text.</summary>
    /// <param name="error">English: which value cannot be read.</param>
    public static bool TryReadTerritories(
        string text, out HashSet<Territory> territories, [NotNullWhen(false)] out string? error)
    {
        (territories, error) = ([], null);
        foreach (var code in text.Split([',', ' ', '+', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TerritoryCodes.TryGetValue(code, out var one))
            {
                error = $"the territory '{code}' is not MI or LO";
                return false;
            }

            territories.Add(one);
        }

        return true;
    }

    /// <summary>Reads the five values of a registration.</summary>
    /// <param name="error">English: which value cannot be read.</param>
    public static bool TryRead(
        string email,
        string name,
        string role,
        string institute,
        string territory,
        [NotNullWhen(true)] out UserRegistration? registration,
        [NotNullWhen(false)] out string? error)
    {
        (registration, error) = (null, null);
        if (!Roles.TryGetValue(role.Trim(), out var known))
        {
            error = $"the role '{role}' is not one of {RoleNames}";
            return false;
        }

        if (!TryReadTerritories(territory, out var territories, out error))
        {
            return false;
        }

        registration = new UserRegistration(
            email.Trim(), name.Trim(), known, string.IsNullOrWhiteSpace(institute) ? null : institute.Trim(), territories);
        return true;
    }
}
