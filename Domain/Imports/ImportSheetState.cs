namespace CovidSchoolReporting.Domain.Imports;

/// <summary>A sheet to be kept and resumed, serialisable as JSON. What was undone is not kept.</summary>
/// <param name="Fields">The columns by their fields: a sheet that is resumed after the columns changed finds its own again.</param>
public sealed record ImportSheetState(IReadOnlyList<string> Fields, IReadOnlyList<RowContent> Rows)
{
    /// <inheritdoc cref="ImportSheet.ListKey"/>
    public Guid ListKey { get; init; } = Guid.CreateVersion7();
}
