using System.Text;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Infrastructure.Imports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>Where a list comes from: pasted, or a file.</summary>
public sealed partial class ListSource : IAsyncDisposable
{
    /// <summary>The reader refuses what is larger than its limit: it must see that there is more.</summary>
    internal const int MostBytes = ImportLimits.Bytes + 1;

    private const int Chunk = 64 * 1024;

    private ElementReference _box;
    private IJSObjectReference? _module;
    private DotNetObjectReference<ListSource>? _self;
    private int? _progress;
    private string? _problem;

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required TableReader Tables { get; init; }

    [Inject]
    public required ILogger<ListSource> Log { get; init; }

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    /// <summary>Why the list that was given last is not taken.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    [Parameter]
    public bool IsLocked { get; set; }

    [Parameter]
    public RenderFragment? Templates { get; set; }

    [Parameter]
    public EventCallback<TableReading> OnRead { get; set; }

    /// <summary>Something was pasted into the box; the page keeps it until it is asked for.</summary>
    [JSInvokable]
    public Task PastedAsync() => InvokeAsync(async () =>
    {
        try
        {
            await ReadTextAsync("takePasted");
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception); // Thrown to the browser, it would be lost.
        }
    });

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
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
            _self = DotNetObjectReference.Create(this);
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/sheet.js");
            await _module.InvokeVoidAsync("watchBox", _box, _self, MostBytes);
        }
    }

    private Task ReadBoxAsync() => ReadTextAsync("readBox", _box, MostBytes);

    private Task ReadTextAsync(string question, params object?[] values) => ReadAsync(async () =>
    {
        await using var reference = await _module!.InvokeAsync<IJSStreamReference>(question, values);
        await using var stream = await reference.OpenReadStreamAsync(MostBytes);
        using var content = await CopyAsync(stream, reference.Length);
        return Tables.ReadPasted(Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length));
    });

    private Task ReadFileAsync(InputFileChangeEventArgs chosen) => ReadAsync(async () =>
    {
        await using var stream = chosen.File.OpenReadStream(Math.Max(chosen.File.Size, 1));
        using var content = await CopyAsync(stream, chosen.File.Size);
        return await Tables.ReadFileAsync(content, chosen.File.Name, CancellationToken.None);
    });

    private async Task ReadAsync(Func<Task<TableReading>> read)
    {
        if (_progress is not null)
        {
            return;
        }

        (_progress, _problem) = (0, null);
        StateHasChanged();
        try
        {
            await OnRead.InvokeAsync(await read());
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or JSException)
        {
            // The file was moved or its disk taken out while it was sent. What the browser says of it names no person.
            Log.LogWarning(exception, "A list did not arrive");
            _problem = Text["NotReceived"];
        }
        finally
        {
            _progress = null;
            StateHasChanged();
        }
    }

    /// <summary>Takes the content over, and no more of it than the reader needs to see that it is too large.</summary>
    private async Task<MemoryStream> CopyAsync(Stream stream, long length)
    {
        var content = new MemoryStream();
        var buffer = new byte[Chunk];
        int count;
        while (content.Length < MostBytes && (count = await stream.ReadAsync(buffer)) > 0)
        {
            content.Write(buffer, 0, count);
            var percent = (int)(content.Length * 100 / Math.Max(length, 1));
            if (percent > _progress + 4)
            {
                _progress = Math.Min(percent, 100);
                StateHasChanged();
            }
        }

        content.Position = 0;
        return content;
    }
}
