using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Finds the header and what each column means: as the institute corrected it before, else by header, else by content.</summary>
public sealed class ColumnRecogniser(IColumnMemory memory, PortalClock clock, PlaceRegister places)
{
    /// <summary>Looks for people in a table.</summary>
    public Task<TableRecognition> RecogniseAsync(Actor actor, SourceTable table, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{memory} {clock} {places}");

    /// <summary>Keeps corrected columns for the next list with the same headers; without a header row nothing is kept.</summary>
    public Task RememberAsync(Actor actor, RecognisedTable table, CancellationToken cancellationToken) =>
        table.HeaderKey is { } key ? memory.RememberAsync(actor, key, table.ToMapping(), cancellationToken) : Task.CompletedTask;
}
