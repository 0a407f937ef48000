using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>Asks before a form that keeps no draft is left with unsaved typing, by a link, by Back, or by closing the tab.</summary>
public partial class UnsavedGuard
{
    private string? _target;
    private bool _mayLeave;

    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Asked at the moment of leaving: a save that has just succeeded may leave before the next render.</summary>
    [Parameter, EditorRequired]
    public Func<bool> IsUnsaved { get; set; } = () => false;

    private bool HasUnsaved => IsUnsaved();

    private void Hold(LocationChangingContext leaving)
    {
        var withinPage = leaving.TargetLocation.Split('#')[0] == Navigation.Uri.Split('#')[0];
        if (!HasUnsaved || _mayLeave || withinPage)
        {
            return;
        }

        leaving.PreventNavigation();
        _target = leaving.TargetLocation;
        StateHasChanged();
    }

    private void Stay() => _target = null;

    private void Leave()
    {
        _mayLeave = true;
        Navigation.NavigateTo(_target!);
    }
}
