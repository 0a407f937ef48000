using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Infrastructure.LiveUpdates;

/// <summary>
/// Tells that a case changed, after the commit. Only ids travel: each screen asks again under its own user, and so sees
/// what that user may see.
/// </summary>
/// <param name="CaseId">The case that changed, with its contacts, its sending or the agency's work on it.</param>
/// <param name="InstituteId">The institute that reports it.</param>
/// <param name="Territory">The agency's territory once the case was received; null while only the school has it.</param>
public sealed record Change(int CaseId, int InstituteId, Territory? Territory)
{
    /// <summary>The reporting policies changed: no case, and of interest only to who keeps them.</summary>
    public static readonly Change OfThePolicies = new(0, 0, null);

    /// <summary>What the agency says of a cluster changed: no case, and nothing for schools.</summary>
    public static Change OfACluster(Territory territory) => new(0, 0, territory);

    /// <summary>Whether the change may concern what this actor has on the screen.</summary>
    public bool Concerns(Actor actor) =>
        this == OfThePolicies ? actor.Role is Role.AgencyAdministrator
        : actor.IsSchool ? actor.InstituteId == InstituteId : Territory is { } territory && actor.Territories.Contains(territory);
}
