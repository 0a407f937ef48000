using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>Asks the user to confirm what looks unlikely, and why where the rule wants to know.</summary>
public partial class WarningConfirmation
{
    private ElementReference _box;
    private IReadOnlyList<Finding> _asked = [];
    private string[] _reasons = [];
    private bool _refused;
    private bool _takeFocus;

    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    /// <summary>Keeps the reasons while they are typed.</summary>
    [Parameter, EditorRequired]
    public DraftForm Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Finding> Warnings { get; set; } = [];

    [Parameter]
    public EventCallback<IReadOnlyList<ConfirmedWarning>> OnConfirmed { get; set; }

    /// <summary>The user would rather correct the data.</summary>
    [Parameter]
    public EventCallback OnBack { get; set; }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_asked, Warnings))
        {
            _asked = Warnings;
            _reasons = [.. Warnings.Select(warning => Form.Reasons.GetValueOrDefault(ReasonId(warning), ""))];
            _refused = false;
            _takeFocus = Warnings.Count > 0;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_takeFocus)
        {
            _takeFocus = false;
            await _box.FocusAsync();
        }
    }

    private static string ReasonId(Finding warning) => FormDraft.ReasonKey(warning.Code, warning.Field);

    private void GiveReason(int number, string reason)
    {
        _reasons[number] = reason;
        Form.GiveReason(ReasonId(Warnings[number]), reason);
    }

    private string? ReasonError(int number) =>
        _refused && string.IsNullOrWhiteSpace(_reasons[number]) ? Text["WarningReasonMissing"].Value : null;

    private Task ConfirmAsync()
    {
        _refused = Warnings.Where((warning, number) => warning.NeedsReason && string.IsNullOrWhiteSpace(_reasons[number])).Any();
        return _refused
            ? Task.CompletedTask
            : OnConfirmed.InvokeAsync([.. Warnings.Select((warning, number) =>
                new ConfirmedWarning(warning.Code, warning.Field, warning.NeedsReason ? _reasons[number].Trim() : null))]);
    }
}
