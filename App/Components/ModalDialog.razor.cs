using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CovidSchoolReporting.App.Components;

/// <summary>
/// A question over the page. The browser's own modal dialog holds the focus, makes the rest of the page inert and turns Escape
/// into a cancel, for every assistive technology alike.
/// </summary>
public sealed partial class ModalDialog : IAsyncDisposable
{
    private ElementReference _dialog;
    private IJSObjectReference? _module;

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <summary>The id of the heading inside.</summary>
    [Parameter, EditorRequired]
    public string HeadingId { get; set; } = "";

    /// <summary>The id of the sentence that must be read before answering.</summary>
    [Parameter, EditorRequired]
    public string DescriptionId { get; set; } = "";

    /// <summary>«alertdialog» for a question that interrupts.</summary>
    [Parameter]
    public string? Role { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = null!;

    /// <summary>Escape.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnCancelled { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and the module with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/dialog.js");
            await _module.InvokeVoidAsync("open", _dialog);
        }
    }
}
