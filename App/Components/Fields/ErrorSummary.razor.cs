using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>The faults of a form after a refused save, each a link that moves the focus to its field.</summary>
public partial class ErrorSummary
{
    private ElementReference _box;
    private int _focusedAttempt;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public string Heading { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    /// <summary>
    /// Count of the refused saves. The summary takes the focus when this grows, so that a list that changes while the user mends
    /// field by field does not tear the focus away.
    /// </summary>
    [Parameter, EditorRequired]
    public int Attempt { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Errors.Count > 0 && Attempt > _focusedAttempt)
        {
            _focusedAttempt = Attempt;
            await _box.FocusAsync();
        }
    }

    private string AddressOf(FieldError error) => $"{Navigation.Uri.Split('#')[0]}#{error.FieldId}";
}
