using CovidSchoolReporting.App.Components;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>One row of the sheet. It is drawn again only when something of it has changed.</summary>
public partial class SheetRowView
{
    private (int Index, RowContent Content, IReadOnlyList<Finding> Open)? _drawn;

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ShownRow Shown { get; set; } = null!;

    [Parameter, EditorRequired]
    public ImportSheet Sheet { get; set; } = null!;

    [Parameter]
    public EventCallback<SheetRow> OnConfirm { get; set; }

    private SheetRow Row => Shown.Row;

    private string RowClass => Row.State switch
    {
        RowState.Wrong => "wrong",
        RowState.Warned => "warned",
        RowState.Removed => "removed",
        _ => "good",
    };

    private IconName Mark => Row.State switch
    {
        RowState.Wrong => IconName.Error,
        RowState.Warned => IconName.Warning,
        RowState.Removed => IconName.Delete,
        _ => IconName.Success,
    };

    protected override bool ShouldRender()
    {
        var now = (Shown.Index, Row.Content, Row.Open);
        if (_drawn is { } before && before.Index == now.Index && ReferenceEquals(before.Content, now.Content) && ReferenceEquals(before.Open, now.Open))
        {
            return false;
        }

        _drawn = now;
        return true;
    }

    protected override void OnInitialized() => _drawn = (Shown.Index, Row.Content, Row.Open);

    /// <summary>The gravest that still asks for an answer.</summary>
    private Finding? FindingOf(SheetColumn column) =>
        Row.Open.Where(open => open.Field == column.Field).OrderByDescending(open => open.IsError).FirstOrDefault();
}
