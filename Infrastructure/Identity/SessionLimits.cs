namespace CovidSchoolReporting.Infrastructure.Identity;

/// <param name="Idle">A session that nobody used for so long is over.</param>
/// <param name="Absolute">A session is over after so long, however busy.</param>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute);

/// <summary>A session that is open now, with the user as the records say at this moment.</summary>
public sealed record OpenSession(Guid Id, Domain.Access.Actor Actor);

/// <summary>The claims of a signed-in principal: nothing personal beyond the display name.</summary>
public static class PortalClaims
{
    public const string UserId = "portal_user";
    public const string SessionId = "portal_session";
    public const string Name = "name";
    public const string Role = "role";
}
