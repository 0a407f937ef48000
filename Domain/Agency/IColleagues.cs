using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>The operators who can be given work: those who may sign in.</summary>
public interface IColleagues
{
    /// <summary>The operators who share a territory with the actor, the actor among them, by name; empty for who is no operator.</summary>
    Task<IReadOnlyList<Actor>> ListAsync(Actor actor, CancellationToken cancellationToken);
}
