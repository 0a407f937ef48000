using System.Globalization;
using System.Security.Claims;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;

namespace CovidSchoolReporting.App.Identity;

/// <summary>The portal's own principal. What the provider said is left behind at the door.</summary>
internal static class PortalPrincipal
{
    private const string AuthenticationType = "Portal";

    public static ClaimsPrincipal Anonymous { get; } = new(new ClaimsIdentity());

    /// <summary>A principal for a session that begins now.</summary>
    public static ClaimsPrincipal Begin(PortalUser user) => new(new ClaimsIdentity(
        [
            new Claim(PortalClaims.UserId, user.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(PortalClaims.SessionId, Guid.NewGuid().ToString()),
            new Claim(PortalClaims.Name, user.DisplayName),
            new Claim(PortalClaims.Role, user.Role.ToString()),
        ],
        AuthenticationType,
        PortalClaims.Name,
        PortalClaims.Role));

    /// <summary>The session that the principal belongs to; null for an anonymous one.</summary>
    public static Guid? SessionId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirst(PortalClaims.SessionId)?.Value, out var id) ? id : null;

    public static int? UserId(this ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirst(PortalClaims.UserId)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
