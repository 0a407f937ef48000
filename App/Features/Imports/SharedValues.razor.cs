using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Imports;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>What a whole class has in common, written once for all rows.</summary>
public partial class SharedValues
{
    private const string Prefix = "shared-";

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

    /// <summary>The values have changed: all of them, by field.</summary>
    [Parameter]
    public EventCallback<IReadOnlyDictionary<string, string>> OnShared { get; set; }

    /// <returns>The field of an id, or null when it is none of these.</returns>
    internal static string? ReadId(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : null;

    protected override void OnInitialized()
    {
        _columns = [.. Sheet.Target.Columns.Where(column => column.IsShared)];
        foreach (var column in _columns)
        {
            _values[column.Field] = Suggested.GetValueOrDefault(column.Field, "");
        }
    }

    private static string IdOf(SheetColumn column) => $"{Prefix}{column.Field}";

    private Task KeepAsync(SheetColumn column, ChangeEventArgs change)
    {
        _values[column.Field] = Sheet.Target.Tidied(column, change.Value as string ?? "");
        return OnShared.InvokeAsync(new Dictionary<string, string>(_values));
    }
}
