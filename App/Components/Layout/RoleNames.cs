using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>Groups of roles as <c>AuthorizeView</c> wants them: names of <see cref="Role"/> joined by commas.</summary>
internal static class RoleNames
{
    public static readonly string School = string.Join(',', Roles.OfSchool);
    public const string Operator = nameof(Role.AgencyOperator);
    public const string Administrator = nameof(Role.AgencyAdministrator);
}
