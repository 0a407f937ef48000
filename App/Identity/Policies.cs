using CovidSchoolReporting.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace CovidSchoolReporting.App.Identity;

/// <summary>
/// Who may open a page. They look at the role only; what a user may see inside the page is settled by the queries.
/// A page without a policy is open to every signed-in user of the portal.
/// </summary>
public static class Policies
{
    /// <summary>Head teachers and referents.</summary>
    public const string School = nameof(School);

    public const string AgencyOperator = nameof(AgencyOperator);

    public const string AgencyAdministrator = nameof(AgencyAdministrator);

    internal static void Define(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.DefaultPolicy = signedIn;
        options.FallbackPolicy = signedIn;
        options.AddPolicy(School, policy => policy.RequireRole(Roles.OfSchool.Select(role => role.ToString())));
        options.AddPolicy(AgencyOperator, policy => policy.RequireRole(nameof(Role.AgencyOperator)));
        options.AddPolicy(AgencyAdministrator, policy => policy.RequireRole(nameof(Role.AgencyAdministrator)));
    }
}
