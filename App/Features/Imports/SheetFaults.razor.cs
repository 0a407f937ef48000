using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>Everything that still asks for an answer, each a link to its cell; warnings that many rows share are confirmed at once.</summary>
public partial class SheetFaults
{
    private const int MostListed = 100;

    private List<(int Row, Finding Fault)> _open = [];
    private List<(Finding Warning, int Count)> _groups = [];
    private List<(string Field, int FirstRow, int Count)> _shared = [];
    private int _all;
    private int _errors;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ImportSheet Sheet { get; set; } = null!;

    [Parameter]
    public bool IsLocked { get; set; }

    /// <summary>A cell to go to: the number of the row, and the field.</summary>
    [Parameter]
    public EventCallback<(int Row, string Field)> OnChosen { get; set; }

    /// <summary>A warning to be confirmed in all rows that have it.</summary>
    [Parameter]
    public EventCallback<Finding> OnConfirm { get; set; }

    protected override void OnParametersSet()
    {
        var open = Sheet.Rows.SelectMany(row => row.Open.Select(fault => (row.Number, fault))).ToList();
        _errors = open.Count(one => one.fault.IsError);

        // What a whole list lacks is said once, and not in every row: it is filled in at once too.
        _shared =
        [
            .. Sheet.Target.Columns.Where(column => column.IsShared)
                .Select(column => (column.Field, Missing: open.Where(one => IsMissing(one, column.Field)).ToList()))
                .Where(column => column.Missing.Count > 1)
                .Select(column => (column.Field, column.Missing[0].Number, column.Missing.Count)),
        ];

        // What blocks comes first; a row's faults stay together as far as that allows.
        _all = open.Count;
        _open = [.. open.Where(one => !_shared.Exists(shared => IsMissing(one, shared.Field))).OrderByDescending(one => one.fault.IsError)];

        // The same person twice is another person in each pair of rows: who has looked at one pair has not looked at the others.
        _groups =
        [
            .. open.Where(one => !one.fault.IsError && one.fault.Code != RuleCodes.SameAsRow).GroupBy(one => (one.fault.Field, one.fault.Code))
                .Where(group => group.Count() > 1).Select(group => (group.First().fault, group.Count())),
        ];
    }

    private static bool IsMissing((int Row, Finding Fault) one, string field) =>
        one.Fault.Field == field && one.Fault.Code is (RuleCodes.Required or RuleCodes.LastContactRequired);

    private string AddressOf(int row, string field) => $"{Navigation.Uri.Split('#')[0]}#{SheetCell.IdOf(row, field)}";
}
