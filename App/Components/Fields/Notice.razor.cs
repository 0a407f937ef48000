using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>A message that stays in the page until what it says is over: a snackbar that vanishes must not be its only place.</summary>
public partial class Notice
{
    private ElementReference _element;

    [Parameter, EditorRequired]
    public NoticeKind Kind { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>
    /// The focus goes to it when it appears, and the page with it: for the answer to a button that is gone, or far away from it.
    /// </summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    private string KindClass => Kind switch
    {
        NoticeKind.Success => "notice-success",
        NoticeKind.Warning => "notice-warning",
        NoticeKind.Error => "notice-error",
        _ => "notice-info",
    };

    private IconName Drawing => Kind switch
    {
        NoticeKind.Success => IconName.Success,
        NoticeKind.Warning => IconName.Warning,
        NoticeKind.Error => IconName.Error,
        _ => IconName.Info,
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !TakesFocus)
        {
            return;
        }

        try
        {
            await _element.FocusAsync();
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and whoever read it.
        }
    }
}
