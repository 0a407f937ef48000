using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>
/// The way of a list from the file or the clipboard to saved records: read it, say what its columns mean, put its rows right, save.
/// What the list is for stands in the target alone.
/// </summary>
public sealed partial class ListImport
{
    private const int MostNamed = 10;

    private IReadOnlyList<SourceTable>? _tables;
    private RecognisedTable? _table;
    private ImportSheet? _sheet;
    private ImportNotice? _notice;
    private string? _refusal;
    private string? _problem;
    private bool _asksToBeginAgain;
    private bool _allSaved;
    private int _savedSoFar;
    private bool _saving;
    private bool _takeFocus;
    private ElementReference _heading;

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ColumnRecogniser Recogniser { get; init; }

    [Inject]
    public required RowReader Reader { get; init; }

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ImportTarget Target { get; set; } = null!;

    /// <summary>What is offered for all rows at once, by field.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Suggested { get; set; } = new Dictionary<string, string>();

    /// <summary>Nothing can be saved any more: what was typed stays to be read.</summary>
    [Parameter]
    public bool IsLocked { get; set; }

    /// <summary>Links to empty lists to fill in.</summary>
    [Parameter]
    public RenderFragment? Templates { get; set; }

    /// <summary>What is to be said of the sheet before it is saved.</summary>
    [Parameter]
    public RenderFragment<ImportSheet>? BeforeSave { get; set; }

    /// <summary>No row is left to be saved; gives how many were saved in all.</summary>
    [Parameter]
    public EventCallback<int> OnAllSaved { get; set; }

    private bool HasUnsaved => !IsLocked && _sheet is { Counts.Rows: > 0 };

    /// <summary>What there is to tell about how the list was read.</summary>
    private IEnumerable<string> Notices =>
    [
        .. ((IEnumerable<ImportNotice>)[.. _notice is null ? [] : (ImportNotice[])[_notice], .. _table!.Notices]).Select(notice => notice.Message),
        .. _table.Rows.Where(row => row.Shape != RowShape.Fits).GroupBy(row => row.Shape).Select(rows =>
            Text[rows.Count() == 1 ? "OddRow" : "OddRows", string.Join(", ", rows.Take(MostNamed).Select(row => row.Number)), ImportTexts.Say(rows.Key)!].Value),
    ];

    /// <summary>What the rows are judged by has changed.</summary>
    public void JudgeAgain()
    {
        if (!_saving)
        {
            _sheet?.JudgeAgain();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_takeFocus)
        {
            _takeFocus = false;
            await _heading.FocusAsync();
        }
    }

    private Task ShowAsync(TableReading reading)
    {
        switch (reading)
        {
            case TableReading.Read { Tables: [var only] } read:
                _notice = read.Notice;
                return RecogniseAsync(only);
            case TableReading.Read several:
                _notice = several.Notice;
                _tables = several.Tables;
                _refusal = null;
                break;
            case TableReading.Refused refused:
                _refusal = refused.Message;
                break;
        }

        return Task.CompletedTask;
    }

    private async Task RecogniseAsync(SourceTable table)
    {
        var recognition = await Recogniser.RecogniseAsync(await ActorAsync(), table, CancellationToken.None);
        if (recognition is not TableRecognition.Recognised { Table: var recognised })
        {
            _refusal = (recognition as TableRecognition.Refused)?.Message;
            return;
        }

        _refusal = null;
        _table = recognised;
        _takeFocus = true;
        (_shared, _resumedAt) = (Kept.Shared(Suggested), null);
        Show(ImportSheet.Begin(Target, recognised, Reader));
        await KeepAsync();
    }

    private async Task ChangeMeaningAsync(SourceColumn column)
    {
        var before = _table!;
        _table = before.With(column.Index, column.Field);
        _sheet!.ReadAgain(before, _table, Reader);
        await Recogniser.RememberAsync(await ActorAsync(), _table, CancellationToken.None);
    }

    private async Task SaveAsync()
    {
        if (_saving || IsLocked)
        {
            return;
        }

        _saving = true;
        _problem = null;
        try
        {
            var ready = _sheet!.Counts.Good;
            var outcome = await _sheet.SaveAsync(await ActorAsync(), CancellationToken.None);
            _problem = outcome switch
            {
                SaveManyOutcome.NothingSaved => Text["NothingSaved"].Value,
                SaveManyOutcome.Refused => Text["SaveRefused"].Value,
                SaveManyOutcome.Overtaken => Text["Overtaken"].Value,
                SaveManyOutcome.Locked => Text["ClosedMeanwhile"].Value,
                SaveManyOutcome.NotFound => Text[$"NotThere_{Target.Purpose}"].Value,
                _ => null,
            };
            if (outcome is SaveManyOutcome.Saved)
            {
                _savedSoFar += ready;
                await KeepAsync();
            }
        }
        finally
        {
            _saving = false;
        }

        if (_problem is null && _sheet.Counts.Rows == 0)
        {
            _allSaved = true;
            await OnAllSaved.InvokeAsync(_savedSoFar);
        }
        else
        {
            _sheet.JudgeAgain();
        }
    }

    private void Show(ImportSheet sheet)
    {
        _sheet = sheet;
        (_savedSoFar, _allSaved) = (0, false);
        sheet.Changed += () => _ = InvokeAsync(async () =>
        {
            if (ReferenceEquals(sheet, _sheet))
            {
                StateHasChanged(); // At once: what was typed does not wait for the draft.
                await KeepAsync();
                StateHasChanged();
            }
        });
    }

    private Task AskToBeginAgainAsync()
    {
        _asksToBeginAgain = HasUnsaved;
        return HasUnsaved ? Task.CompletedTask : BeginAgainAsync();
    }

    private void ChooseAnew() => (_tables, _refusal) = (null, null);

    private Task BeginAgainAsync()
    {
        (_tables, _table, _sheet, _refusal, _problem, _asksToBeginAgain) = (null, null, null, null, null, false);
        return IsLocked ? Task.CompletedTask : KeepAsync();
    }

    private ValueTask<Domain.Access.Actor> ActorAsync() => Current.RequireAsync(CancellationToken.None);
}
