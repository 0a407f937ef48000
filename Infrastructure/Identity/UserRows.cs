using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Lists;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>Whether a user can work in the portal now.</summary>
public enum UserState
{
    /// <summary>Has signed in at least once, and may again.</summary>
    Active,

    /// <summary>May sign in and never has.</summary>
    Invited,

    /// <summary>Shut out.</summary>
    Disabled,
}

/// <summary>Which page of «Utenti», by e-mail address.</summary>
/// <param name="Search">Part of the name, the address, or of the name or code of the institute. It is a name: it never stands in an address.</param>
/// <param name="InstituteId">Only the users of one institute.</param>
public sealed record UserListRequest(
    string? Search = null, Role? Role = null, UserState? State = null, int? InstituteId = null, PageAnchor? Anchor = null)
{
    public const int PageSize = 25;
    public const int SearchMaxLength = 100;
}

/// <summary>A row of «Utenti».</summary>
/// <param name="InstituteCode">Of a head teacher or a referent; null for the agency's staff.</param>
public sealed record UserRow(
    int Id,
    string Email,
    string DisplayName,
    Role Role,
    string? InstituteCode,
    string? InstituteName,
    IReadOnlySet<Territory> Territories,
    UserState State);

/// <summary>One user with what a change must know.</summary>
/// <param name="Version">What the administrator has read.</param>
/// <param name="OpenSessions">In how many browsers the user is signed in now.</param>
/// <param name="DisabledAt">UTC; null while the user may sign in.</param>
/// <param name="IsSelf">Whether it is who asks.</param>
public sealed record UserSheet(UserRow Row, int Version, int OpenSessions, DateTime? DisabledAt, bool IsSelf);

/// <summary>What became of a command of the administrator about a user.</summary>
public abstract record UserOutcome
{
    private UserOutcome()
    {
    }

    public sealed record Done(int UserId) : UserOutcome;

    /// <param name="Password">Shown once: the portal keeps only its hash.</param>
    public sealed record PasswordSet(string Password) : UserOutcome;

    public sealed record Invalid(IReadOnlyList<UserFinding> Findings) : UserOutcome;

    /// <summary>A colleague changed the user meanwhile.</summary>
    public sealed record Stale : UserOutcome;

    /// <summary>An administrator does not shut out themselves, nor leave the portal without an administrator.</summary>
    public sealed record Refused : UserOutcome;

    /// <summary>There is no such user for whoever asks.</summary>
    public sealed record NotFound : UserOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : UserOutcome;
}
