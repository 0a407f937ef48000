using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>
/// A list of people while it is put right, before anything of it is saved. Each change can be taken back, and only the rows that it
/// concerns are judged again. Not safe for several threads: it belongs to one screen.
/// </summary>
public sealed class ImportSheet
{
    private readonly List<SheetRow> _rows;
    private readonly Dictionary<int, SheetRow> _byNumber;
    private readonly ListedPeople _people = new();
    private readonly SheetHistory _history = new();

    private ImportSheet(ImportTarget target, IEnumerable<RowContent> rows, Guid listKey)
    {
        Target = target;
        ListKey = listKey;
        _rows = [.. rows.Select(content => new SheetRow(content, target.DraftOf(content)))];
        _byNumber = _rows.ToDictionary(row => row.Number);
        _rows.ForEach(Place);
        _rows.ForEach(Judge);
        Counts = SheetCounts.Of(_rows);
    }

    /// <summary>Something in the sheet is different: to be shown, and to be kept.</summary>
    public event Action? Changed;

    public ImportTarget Target { get; }

    /// <summary>Made when the list was read: what is saved of it in several steps, on several days even, belongs together.</summary>
    public Guid ListKey { get; }

    /// <summary>All rows in the order of the source, those that were taken out too.</summary>
    public IReadOnlyList<SheetRow> Rows => _rows;

    public SheetCounts Counts { get; private set; }

    public bool CanUndo => _history.CanUndo;

    public bool CanRedo => _history.CanRedo;

    /// <summary>To be kept somewhere, and resumed by <see cref="Resume"/>.</summary>
    public ImportSheetState State =>
        new([.. Target.Columns.Select(column => column.Field)], [.. _rows.Select(row => row.Content)]) { ListKey = ListKey };

    /// <summary>Begins a sheet with the rows of a list.</summary>
    public static ImportSheet Begin(ImportTarget target, RecognisedTable table, RowReader reader) =>
        new(target, table.Rows.Select(row => target.Begin(reader.Read(table, row), table)), Guid.CreateVersion7());

    /// <summary>Goes on with a sheet that was kept.</summary>
    public static ImportSheet Resume(ImportTarget target, ImportSheetState state)
    {
        var places = target.Columns.Select(column => state.Fields.ToList().IndexOf(column.Field)).ToList();
        return new(target, state.Rows.Select(row => row with
        {
            Cells = [.. places.Select(place => place >= 0 && place < row.Cells.Length ? row.Cells[place] : "")],
        }), state.ListKey);
    }

    public SheetRow Row(int number) => _byNumber[number];

    /// <summary>Whether the row is still in the sheet.</summary>
    public bool Has(int number) => _byNumber.ContainsKey(number);

    /// <summary>Writes a cell.</summary>
    public void Set(int number, string field, string text) => Change([Written(Row(number).Content, Target.IndexOf(field), text)]);

    /// <summary>Writes a block over the cells from one on, as far as there are rows and columns for it.</summary>
    /// <param name="numbers">The rows to write over, in the order in which they are shown; the first is the one that was pointed at.</param>
    /// <param name="field">The first column.</param>
    public void Paste(IReadOnlyList<int> numbers, string field, IReadOnlyList<IReadOnlyList<string>> block)
    {
        var first = Target.IndexOf(field);
        Change([.. numbers.Zip(block, (number, texts) => texts
            .Take(Target.Columns.Count - first)
            .Select((text, offset) => (text, offset))
            .Aggregate(Row(number).Content, (content, cell) => Written(content, first + cell.offset, cell.text)))]);
    }

    /// <summary>Writes the same values in all rows of the list.</summary>
    /// <param name="values">Texts by field; blank ones are left out.</param>
    /// <param name="overwrite">False fills the empty cells alone.</param>
    public void Fill(IReadOnlyDictionary<string, string> values, bool overwrite)
    {
        var given = values.Where(value => !string.IsNullOrWhiteSpace(value.Value))
            .Select(value => (Index: Target.IndexOf(value.Key), value.Value)).ToList();
        Change([.. _rows.Where(row => !row.Content.IsRemoved).Select(row => given
            .Where(value => overwrite || row.Content.Cells[value.Index].Length == 0)
            .Aggregate(row.Content, (content, value) => Written(content, value.Index, value.Value)))]);
    }

    /// <summary>Takes a row out of the list, or brings it back.</summary>
    public void Remove(int number, bool removed = true) => Change([Row(number).Content with { IsRemoved = removed }]);

    /// <summary>Confirms warnings of one row.</summary>
    public void Confirm(int number, IEnumerable<ConfirmedWarning> warnings) => Change([Row(number).Content.Confirming([.. warnings])]);

    /// <summary>Confirms a warning in every row that has it.</summary>
    /// <param name="warning">Rule, field, and the reason where the rule asks for one.</param>
    public void ConfirmAll(ConfirmedWarning warning) => Change(
    [
        .. _rows.Where(row => row.Open.Any(open => !open.IsError && open.Code == warning.Code && open.Field == warning.Field))
            .Select(row => row.Content.Confirming(warning)),
    ]);

    public void Undo() => Commit(_history.Undo());

    public void Redo() => Commit(_history.Redo());

    /// <summary>Judges all rows again, because what they are judged by has changed.</summary>
    public void JudgeAgain()
    {
        _rows.ForEach(Judge);
        Tell();
    }

    /// <summary>
    /// Reads the list again because a column means something else: cells that the reading alone had filled follow it, what was typed
    /// since stays. The steps before are forgotten, because they would bring back cells of the other meaning.
    /// </summary>
    public void ReadAgain(RecognisedTable before, RecognisedTable after, RowReader reader)
    {
        var changed = before.Rows.Where(source => Has(source.Number)).Select(source =>
        {
            var content = Row(source.Number).Content;
            var was = Target.Begin(reader.Read(before, source), before).Cells;
            var now = Target.Begin(reader.Read(after, source), after).Cells;
            return content with
            {
                Cells = [.. content.Cells.Select((cell, index) => cell == was[index] ? now[index] : cell)],
                Confirmations = [],
            };
        }).ToList();
        _history.Clear();
        Commit(changed);
    }

    /// <summary>Saves the good rows, all or none of them. What is saved leaves the sheet; what is not stays.</summary>
    public async Task<SaveManyOutcome> SaveAsync(Actor actor, CancellationToken cancellationToken)
    {
        var sent = _rows.Where(row => row.State == RowState.Good).Select(row => (Row: row, row.Content)).ToList();
        if (sent.Count == 0)
        {
            return new SaveManyOutcome.Saved(0);
        }

        var outcome = await Target.SaveAsync(actor, ListKey, [.. sent.Select(one => one.Row.Draft)], cancellationToken);
        switch (outcome)
        {
            case SaveManyOutcome.Saved:
                Leave([.. sent.Where(one => one.Row.Content == one.Content).Select(one => one.Row)]);
                break;
            case SaveManyOutcome.Refused refused:
                foreach (var (row, content) in sent.Where(one => one.Row.Content == one.Content))
                {
                    row.Refuse(refused.Rows.GetValueOrDefault(content.RequestKey, []));
                }

                Tell();
                break;
        }

        return outcome;
    }

    /// <summary>The content with one cell written; warnings that were judged by what stood there are open again.</summary>
    private RowContent Written(RowContent content, int index, string text)
    {
        var read = Target.Read(Target.Columns[index], text);
        return read == content.Cells[index] ? content : Target.Tidied(content, content with
        {
            Cells = content.Cells.SetItem(index, read),
            Confirmations =
            [
                .. content.Confirmations.Where(given =>
                    Target.Columns[index].Concern == WarningConcern.None
                    || Target.Columns[Target.IndexOf(given.Field)].Concern != Target.Columns[index].Concern),
            ],
        });
    }

    private void Change(IReadOnlyList<RowContent> contents)
    {
        var changed = contents.Where(content => !content.SaysTheSameAs(Row(content.Number).Content)).ToList();
        if (changed.Count > 0)
        {
            _history.Add([.. changed.Select(content => Row(content.Number).Content)], changed);
            Commit(changed);
        }
    }

    private void Commit(IReadOnlyList<RowContent> contents)
    {
        HashSet<int> concerned = [];
        foreach (var content in contents)
        {
            var row = Row(content.Number);
            concerned.Add(row.Number);
            concerned.UnionWith(RowsLike(row));
            row.Hold(content, Target.DraftOf(content));
            Place(row);
            concerned.UnionWith(RowsLike(row));
        }

        foreach (var number in concerned)
        {
            Judge(Row(number));
        }

        Tell();
    }

    private void Leave(IReadOnlyList<SheetRow> saved)
    {
        foreach (var row in saved)
        {
            if (Target.KnowsSavedRows)
            {
                _people.Remove(row.Number);
            }

            _byNumber.Remove(row.Number);
        }

        _rows.RemoveAll(row => !_byNumber.ContainsKey(row.Number));
        _history.Clear(); // A step back would bring back what is in the database by now.
        JudgeAgain();
    }

    private IEnumerable<int> RowsLike(SheetRow row) => Target.IdentityOf(row.Draft) is { } person ? _people.RowsOf(person).Where(Has) : [];

    private void Place(SheetRow row)
    {
        _people.Remove(row.Number);
        if (!row.Content.IsRemoved && Target.IdentityOf(row.Draft) is { } person)
        {
            _people.Add(person, row.Number);
        }
    }

    private void Judge(SheetRow row) => row.Judge(row.Content.IsRemoved ? [] : Target.Judge(
        row.Content, row.Draft, person => _people.FirstRowOf(person) is { } first && first < row.Number ? first : null));

    private void Tell()
    {
        Counts = SheetCounts.Of(_rows);
        Changed?.Invoke();
    }
}
