using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>What the identity provider says of the person who has just signed in. Only these four facts count; roles are hints.</summary>
/// <param name="EmailVerified">True when the provider itself verified that the address is the person's.</param>
public sealed record ProviderAccount(string Issuer, string Subject, string? Email, bool EmailVerified);

public abstract record AdmissionOutcome
{
    private AdmissionOutcome()
    {
    }

    public sealed record Admitted(PortalUser User) : AdmissionOutcome;

    /// <summary>No record has that address, or the record belongs to another account.</summary>
    public sealed record NotRegistered : AdmissionOutcome;

    public sealed record Disabled : AdmissionOutcome;

    public sealed record EmailNotVerified : AdmissionOutcome;
}

/// <param name="Position">Zero-based place in the list that was given.</param>
public sealed record RefusedRegistration(int Position, IReadOnlyList<UserFinding> Findings)
{
    /// <summary>English, for the people who run the portal.</summary>
    public IReadOnlyList<string> Reasons => [.. Findings.Select(finding => finding.Reason)];
}

public sealed record ListedUser(
    string Email,
    string DisplayName,
    Role Role,
    string? InstituteCode,
    string? InstituteName,
    IReadOnlySet<Territory> Territories,
    bool IsJoined,
    bool IsDisabled);

public enum UserChange
{
    Done,
    NotFound,

    /// <summary>The user was in that state already.</summary>
    NothingToDo,
}
