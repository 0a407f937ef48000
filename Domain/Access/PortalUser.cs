namespace CovidSchoolReporting.Domain.Access;

/// <summary>
/// A person whom the agency let into the portal. Registered beforehand with an e-mail address; the first sign-in with that
/// address, verified by the identity provider, joins the record to the provider's (issuer, subject). From then on only that pair counts.
/// </summary>
public sealed class PortalUser
{
    public const int DisplayNameMaxLength = 120;
    public const int IssuerMaxLength = 400;

    /// <summary>OpenID Connect Core, 2: a subject has at most 255 ASCII characters.</summary>
    public const int SubjectMaxLength = 255;

    private HashSet<Territory> _territories = [];

    private PortalUser()
    {
    }

    public int Id { get; private set; }

    /// <summary>In lower case, without spaces around: see <see cref="NormalizeEmail"/>.</summary>
    public string Email { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>The institute of a head teacher or referent; null for the agency's staff.</summary>
    public int? InstituteId { get; private set; }

    /// <summary>The territories of an agency operator; empty for everybody else.</summary>
    public IReadOnlySet<Territory> Territories => _territories;

    /// <summary>The provider that vouched at the first sign-in; null before it.</summary>
    public string? Issuer { get; private set; }

    /// <summary>The provider's own name of the person; null before the first sign-in.</summary>
    public string? Subject { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? JoinedAt { get; private set; }

    /// <summary>UTC; null while the user may sign in.</summary>
    public DateTime? DisabledAt { get; private set; }

    /// <summary>Concurrency token: one more at each change.</summary>
    public int Version { get; private set; }

    public bool IsJoined => Subject is not null;

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>A head teacher or a referent of one institute.</summary>
    public static PortalUser RegisterSchool(string email, string displayName, Role role, int instituteId) =>
        role.IsSchool()
            ? new PortalUser { Email = NormalizeEmail(email), DisplayName = displayName.Trim(), Role = role, InstituteId = instituteId }
            : throw new ArgumentOutOfRangeException(nameof(role), role, "Not a school role.");

    /// <summary>Staff of the agency: an operator has at least one territory, an administrator none.</summary>
    public static PortalUser RegisterAgency(string email, string displayName, Role role, params IEnumerable<Territory> territories)
    {
        var assigned = territories.ToHashSet();
        var fits = role switch
        {
            Role.AgencyOperator => assigned.Count > 0,
            Role.AgencyAdministrator => assigned.Count == 0,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not an agency role."),
        };
        return fits
            ? new PortalUser { Email = NormalizeEmail(email), DisplayName = displayName.Trim(), Role = role, _territories = assigned }
            : throw new ArgumentException("An operator has at least one territory, an administrator none.", nameof(territories));
    }

    /// <summary>The form in which addresses are kept and compared. People do not tell capitals apart, nor do the providers.</summary>
    public static string NormalizeEmail(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Ties the record to the provider's account, at the first sign-in and for good.</summary>
    /// <exception cref="InvalidOperationException">The record is joined already, or disabled.</exception>
    public void Join(string issuer, string subject, DateTime now)
    {
        EnsureEnabled();
        if (IsJoined)
        {
            throw new InvalidOperationException("The user is joined to an account already.");
        }

        (Issuer, Subject, JoinedAt) = (issuer, subject, now);
        Version++;
    }

    /// <summary>
    /// Whether the author may take from this user their access, or their being an administrator. Nobody does it to themselves, and only an
    /// administrator who may sign in does it at all: so one administrator always stays.
    /// </summary>
    public bool YieldsTo(PortalUser? author) => author is { IsDisabled: false, Role: Role.AgencyAdministrator } && author.Email != Email;

    public bool IsJoinedTo(string issuer, string subject) => Issuer == issuer && Subject == subject;

    /// <summary>Takes the record off its account, so that the next sign-in joins it anew: for a change of provider.</summary>
    /// <exception cref="InvalidOperationException">The record is not joined.</exception>
    public void Release()
    {
        if (!IsJoined)
        {
            throw new InvalidOperationException("The user is not joined to an account.");
        }

        (Issuer, Subject, JoinedAt) = (null, null, null);
        Version++;
    }

    /// <summary>Whether <see cref="Amend"/> would change nothing.</summary>
    public bool IsAlready(string displayName, Role role, int? instituteId, IReadOnlySet<Territory> territories) =>
        (DisplayName, Role, InstituteId) == (displayName.Trim(), role, instituteId) && _territories.SetEquals(territories);

    /// <summary>Puts right who the user is and what they may do. The address stays: it says whose record this is.</summary>
    /// <param name="instituteId">For a head teacher or a referent, and only for them.</param>
    /// <param name="territories">At least one for an operator; none for the others.</param>
    /// <returns>Whether they may do something else from now on: then what they have open must be opened anew.</returns>
    /// <exception cref="ArgumentException">Institute or territories do not fit the role.</exception>
    public bool Amend(string displayName, Role role, int? instituteId, IReadOnlySet<Territory> territories)
    {
        if (role.IsSchool() != (instituteId is not null) || (role is Role.AgencyOperator) != (territories.Count > 0))
        {
            throw new ArgumentException("A school's user has an institute, an operator territories, and nobody else has either.", nameof(role));
        }

        var before = (Role, InstituteId);
        var sameTerritories = _territories.SetEquals(territories);
        (DisplayName, Role, InstituteId) = (displayName.Trim(), role, instituteId);
        if (!sameTerritories)
        {
            _territories = [.. territories];
        }

        Version++;
        return before != (Role, InstituteId) || !sameTerritories;
    }

    /// <summary>Marks that this user answers for a commit, so that whoever disables them at the same moment meets a newer version.</summary>
    public void Vouch()
    {
        EnsureEnabled();
        Version++;
    }

    /// <exception cref="InvalidOperationException">The user is disabled already.</exception>
    public void Disable(DateTime now)
    {
        EnsureEnabled();
        DisabledAt = now;
        Version++;
    }

    /// <exception cref="InvalidOperationException">The user is not disabled.</exception>
    public void Enable()
    {
        if (!IsDisabled)
        {
            throw new InvalidOperationException("The user is not disabled.");
        }

        DisabledAt = null;
        Version++;
    }

    public Actor ToActor() => InstituteId is { } institute
        ? Actor.OfSchool(Id, DisplayName, Role, institute)
        : Actor.OfAgency(Id, DisplayName, Role, _territories);

    private void EnsureEnabled()
    {
        if (IsDisabled)
        {
            throw new InvalidOperationException("The user is disabled.");
        }
    }
}
