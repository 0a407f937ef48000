using System.Text;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Infrastructure.Imports;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>The rows as a table of inputs. Only the rows in sight are in the page.</summary>
public sealed partial class SheetGrid : IAsyncDisposable
{
    /// <summary>Height of a row in CSS pixels: the same for all, so that the browser knows where each one stands.</summary>
    private const int RowHeight = 53;

    private ElementReference _frame;
    private IJSObjectReference? _module;
    private DotNetObjectReference<SheetGrid>? _self;

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required TableReader Tables { get; init; }

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ImportSheet Sheet { get; set; } = null!;

    [Parameter, EditorRequired]
    public List<ShownRow> Rows { get; set; } = [];

    [Parameter]
    public bool IsLocked { get; set; }

    /// <summary>The warnings of a row are to be confirmed.</summary>
    [Parameter]
    public EventCallback<SheetRow> OnConfirm { get; set; }

    /// <summary>Something to say about a paste; null when it went well.</summary>
    [Parameter]
    public EventCallback<string?> OnMessage { get; set; }

    /// <summary>Brings a cell into sight and puts the focus into it.</summary>
    public async Task FocusAsync(int index, string field)
    {
        if (_module is not null && index >= 0)
        {
            await _module.InvokeVoidAsync("focusCell", _frame, index, field);
        }
    }

    /// <summary>A block was pasted over a cell; the page keeps it until it is asked for.</summary>
    [JSInvokable]
    public Task BlockPastedAsync(int index, string field) => InvokeAsync(async () =>
    {
        try
        {
            await using var reference = await _module!.InvokeAsync<IJSStreamReference>("takePasted");
            await using var stream = await reference.OpenReadStreamAsync(ListSource.MostBytes);
            using var content = new StreamReader(stream, Encoding.UTF8);
            var text = await content.ReadToEndAsync();
            if (!IsLocked && index >= 0 && index < Rows.Count && Sheet.Target.Columns.Any(column => column.Field == field))
            {
                await PasteAsync(index, field, text);
            }
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception); // Thrown to the browser, it would be lost.
        }
    });

    /// <summary>Ctrl+Z outside what is being typed.</summary>
    [JSInvokable]
    public Task UndoAsync() => InvokeAsync(() =>
    {
        if (Sheet.CanUndo && !IsLocked)
        {
            Sheet.Undo();
        }
    });

    /// <summary>Ctrl+Y outside what is being typed.</summary>
    [JSInvokable]
    public Task RedoAsync() => InvokeAsync(() =>
    {
        if (Sheet.CanRedo && !IsLocked)
        {
            Sheet.Redo();
        }
    });

    /// <summary>To the next cell that asks for an answer, row by row; after the last one to the first.</summary>
    [JSInvokable]
    public Task NextFaultAsync(int index, string field) => InvokeAsync(async () =>
    {
        var columns = Sheet.Target.Columns.Select(column => column.Field).ToList();
        var here = (index, columns.IndexOf(field));
        var open = Rows
            .SelectMany(shown => shown.Row.Open.Select(fault => (shown.Index, Column: columns.IndexOf(fault.Field))))
            .Where(cell => cell.Column >= 0)
            .Order().ToList();
        if (open.Count > 0)
        {
            var next = open.Find(cell => cell.CompareTo(here) > 0);
            var (row, column) = next.CompareTo(here) > 0 ? next : open[0];
            await FocusAsync(row, columns[column]);
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
            await _module.InvokeVoidAsync("watchSheet", _frame, _self, RowHeight, ListSource.MostBytes);
        }
    }

    private async Task PasteAsync(int index, string field, string text)
    {
        // Without a tab it is one column: a comma in it is part of an address, not the end of a cell.
        var reading = text.Contains('\t', StringComparison.Ordinal) ? Tables.ReadPasted(text) : new TableReading.Read(
            [new SourceTable("", [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => (IReadOnlyList<string>)[line])])]);
        if (reading is not TableReading.Read { Tables: [var block, ..] })
        {
            await OnMessage.InvokeAsync((reading as TableReading.Refused)?.Message);
            return;
        }

        var numbers = Rows.Skip(index).Select(shown => shown.Row.Number).Take(block.Rows.Count).ToList();
        await OnMessage.InvokeAsync(numbers.Count < block.Rows.Count ? Text["PasteTooLong", block.Rows.Count - numbers.Count].Value : null);
        Sheet.Paste(numbers, field, block.Rows);
    }
}
