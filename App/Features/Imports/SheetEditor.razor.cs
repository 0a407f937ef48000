using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>The sheet with all that is said and done about it: shared values, faults, steps back, saving.</summary>
public partial class SheetEditor
{
    private SheetGrid? _grid;
    private ImportSheet? _seen;
    private List<ShownRow> _shown = [];
    private HashSet<int>? _filtered;
    private int _rowsSeen;
    private bool _onlyOpen;
    private string? _message;
    private IReadOnlyList<Finding>? _asked;
    private SheetRow? _askedRow;

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ImportSheet Sheet { get; set; } = null!;

    [Parameter]
    public IReadOnlyDictionary<string, string> Suggested { get; set; } = new Dictionary<string, string>();

    [Parameter]
    public bool IsLocked { get; set; }

    [Parameter]
    public bool IsSaving { get; set; }

    /// <inheritdoc cref="SharedValues.OnShared"/>
    [Parameter]
    public EventCallback<IReadOnlyDictionary<string, string>> OnShared { get; set; }

    [Parameter]
    public EventCallback OnSave { get; set; }

    /// <summary>What became of the last saving: it stands where the eyes are, beside the button.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string SaveText => Sheet.Counts.Good switch
    {
        0 => Text["SaveNone"],
        var good when good == Sheet.Counts.Rows => Text["SaveAll", good],
        1 => Text["SaveGoodOne"],
        var good => Text["SaveGood", good],
    };

    protected override void OnParametersSet()
    {
        if (_seen != Sheet || _rowsSeen != Sheet.Rows.Count)
        {
            _seen = Sheet;
            Filter(_onlyOpen);
        }
    }

    /// <summary>
    /// Rows that are mended stay until the filter is set again: the one that somebody is writing in must not vanish under the hands.
    /// </summary>
    private void Filter(bool onlyOpen)
    {
        _onlyOpen = onlyOpen;
        _rowsSeen = Sheet.Rows.Count;
        _filtered = onlyOpen ? [.. Sheet.Rows.Where(row => row.Open.Count > 0).Select(row => row.Number)] : null;
        ShowRows();
    }

    private void ShowRows() => _shown =
    [
        .. Sheet.Rows.Where(row => _filtered?.Contains(row.Number) ?? true).Select((row, index) => new ShownRow(index, row)),
    ];

    private async Task PointAtAsync((int Row, string Field) cell)
    {
        if (_filtered?.Add(cell.Row) is true)
        {
            ShowRows();
            StateHasChanged();
        }

        await _grid!.FocusAsync(_shown.FindIndex(shown => shown.Row.Number == cell.Row), cell.Field);
    }

    private void Ask(SheetRow? row, IReadOnlyList<Finding> warnings)
    {
        _askedRow = row;
        _asked = [.. warnings.Where(warning => !warning.IsError)];
    }

    private int CountOf(Finding warning) => Sheet.Rows.Count(row => row.Open.Any(open => open.Code == warning.Code && open.Field == warning.Field));

    private void Confirm(IReadOnlyList<ConfirmedWarning> confirmed)
    {
        _asked = null;
        if (_askedRow is { } row)
        {
            Sheet.Confirm(row.Number, confirmed);
        }
        else
        {
            Sheet.ConfirmAll(confirmed[0]);
        }
    }
}

/// <summary>A row in the place where it is shown.</summary>
/// <param name="Index">Place among the rows that are shown, from 0.</param>
public sealed record ShownRow(int Index, SheetRow Row);
