using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>
/// Holds a form with a draft that is left by a link, Back or Forward until what was typed in it is kept. It asks nothing: nothing is
/// lost. A tab that is closed or reloaded hands in its fields itself (js/typing.js).
/// </summary>
public partial class KeepOnLeaving
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Asked at the moment of leaving: a save that has just succeeded may leave before the next render.</summary>
    [Parameter, EditorRequired]
    public Func<bool> IsTyped { get; set; } = () => false;

    /// <summary>Returns when what was typed is kept.</summary>
    [Parameter, EditorRequired]
    public Func<Task> OnLeaving { get; set; } = () => Task.CompletedTask;

    private Task KeepAsync(LocationChangingContext leaving)
    {
        var withinPage = leaving.TargetLocation.Split('#')[0] == Navigation.Uri.Split('#')[0];
        return IsTyped() && !withinPage ? OnLeaving() : Task.CompletedTask;
    }
}
