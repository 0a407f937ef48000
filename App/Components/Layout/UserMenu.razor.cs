using System.Security.Claims;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>Who is signed in, as what, and the way out.</summary>
public partial class UserMenu
{
    private string RoleOf(ClaimsPrincipal user)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            if (user.IsInRole(role.ToString()))
            {
                return SharedText.Of(role);
            }
        }

        return "";
    }
}
