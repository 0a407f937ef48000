using CovidSchoolReporting.Domain.Imports;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>What each column of the list is taken to mean, to be put right.</summary>
public partial class ColumnMeanings
{
    private const int SampleLength = 24;

    private List<ImportField> _fields = [];
    private bool _unclear;

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public RecognisedTable Table { get; set; } = null!;

    [Parameter, EditorRequired]
    public ImportTarget Target { get; set; } = null!;

    [Parameter]
    public bool IsLocked { get; set; }

    /// <summary>The column with its new meaning.</summary>
    [Parameter]
    public EventCallback<SourceColumn> OnChanged { get; set; }

    protected override void OnInitialized()
    {
        var direct = Target.Columns.Select(column => column.Import).OfType<ImportField>().ToHashSet();
        _fields = [.. Enum.GetValues<ImportField>().Where(field =>
            direct.Contains(field) || field is ImportField.FullName or ImportField.ClassAndSection)];

        // Open when there is a reason to look: a column nobody knows, or no header that says what is meant.
        _unclear = Table.HeaderRow is null || Table.Columns.Any(column => column.Field is null && SampleOf(column).Length > 0);
    }

    private string NameOf(SourceColumn column) =>
        column.Header.Length > 0 ? column.Header : Text["ColumnNumber", column.Index + 1];

    private string SampleOf(SourceColumn column)
    {
        var sample = Table.Rows.Select(row => row.Cells[column.Index]).FirstOrDefault(cell => cell.Length > 0) ?? "";
        return sample.Length <= SampleLength ? sample : sample[..SampleLength] + "…";
    }

    private Task ChangeAsync(SourceColumn column, ChangeEventArgs change) => OnChanged.InvokeAsync(
        column with { Field = Enum.TryParse<ImportField>(change.Value as string, out var field) ? field : null });
}
