using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Imports;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>What a whole class has in common, written once for all rows.</summary>
public partial class SharedValues
{
    private readonly Dictionary<string, string> _values = [];
    private List<SheetColumn> _columns = [];

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public ImportSheet Sheet { get; set; } = null!;

    /// <summary>What the fields hold at first, by field.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Suggested { get; set; } = new Dictionary<string, string>();

    [Parameter]
    public bool IsLocked { get; set; }

    protected override void OnInitialized()
    {
        _columns = [.. Sheet.Target.Columns.Where(column => column.IsShared)];
        foreach (var column in _columns)
        {
            _values[column.Field] = Suggested.GetValueOrDefault(column.Field, "");
        }
    }

    private static string IdOf(SheetColumn column) => $"shared-{column.Field}";

    private void Keep(SheetColumn column, ChangeEventArgs change) =>
        _values[column.Field] = Sheet.Target.Tidied(column, change.Value as string ?? "");
}
