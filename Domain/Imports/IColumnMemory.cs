using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What the colleagues of an institute corrected about columns, by the headers of the list. Holds no personal data.</summary>
public interface IColumnMemory
{
    /// <summary>The mapping that the actor's institute used last for these headers, or null.</summary>
    /// <param name="headerKey"><see cref="RecognisedTable.HeaderKey"/>.</param>
    Task<ColumnMapping?> RecallAsync(Actor actor, string headerKey, CancellationToken cancellationToken);

    /// <summary>Keeps the mapping for the actor's institute; an actor without one keeps nothing.</summary>
    Task RememberAsync(Actor actor, string headerKey, ColumnMapping mapping, CancellationToken cancellationToken);
}
