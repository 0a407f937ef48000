using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>Asks to confirm what looks unlikely in a row, or one warning in all rows that have it.</summary>
public partial class WarningDialog
{
    private string[] _reasons = [];
    private bool _refused;

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    /// <summary>Null when the warning is confirmed in every row that has it.</summary>
    [Parameter, EditorRequired]
    public SheetRow? Row { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<Finding> Warnings { get; set; } = [];

    /// <summary>How many rows have a warning.</summary>
    [Parameter, EditorRequired]
    public Func<Finding, int> CountOf { get; set; } = _ => 0;

    [Parameter]
    public EventCallback<IReadOnlyList<ConfirmedWarning>> OnConfirmed { get; set; }

    [Parameter]
    public EventCallback OnCancelled { get; set; }

    private string Heading => Row is { } row ? Text["ConfirmRow", row.Number] : Text["ConfirmRows", CountOf(Warnings[0])];

    protected override void OnInitialized() => _reasons = [.. Warnings.Select(_ => "")];

    private string? ReasonError(int number) =>
        _refused && string.IsNullOrWhiteSpace(_reasons[number]) ? Text["ReasonMissing"].Value : null;

    private Task ConfirmAsync()
    {
        _refused = Warnings.Where((warning, number) => warning.NeedsReason && string.IsNullOrWhiteSpace(_reasons[number])).Any();
        return _refused
            ? Task.CompletedTask
            : OnConfirmed.InvokeAsync([.. Warnings.Select((warning, number) =>
                new ConfirmedWarning(warning.Code, warning.Field, warning.NeedsReason ? _reasons[number].Trim() : null))]);
    }
}
