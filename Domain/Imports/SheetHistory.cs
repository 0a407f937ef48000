namespace CovidSchoolReporting.Domain.Imports;

/// <summary>The steps that were taken in a sheet, to be taken back and again.</summary>
internal sealed class SheetHistory
{
    /// <summary>More than anybody takes back; older steps are forgotten.</summary>
    private const int MostSteps = 200;

    private readonly LinkedList<Step> _done = [];
    private readonly Stack<Step> _undone = [];

    public bool CanUndo => _done.Count > 0;

    public bool CanRedo => _undone.Count > 0;

    public void Add(IReadOnlyList<RowContent> before, IReadOnlyList<RowContent> after)
    {
        _undone.Clear();
        _done.AddLast(new Step(before, after));
        if (_done.Count > MostSteps)
        {
            _done.RemoveFirst();
        }
    }

    /// <summary>What the rows held before the last step.</summary>
    public IReadOnlyList<RowContent> Undo()
    {
        var step = _done.Last!.Value;
        _done.RemoveLast();
        _undone.Push(step);
        return step.Before;
    }

    /// <summary>What the rows held after the step that was taken back last.</summary>
    public IReadOnlyList<RowContent> Redo()
    {
        var step = _undone.Pop();
        _done.AddLast(step);
        return step.After;
    }

    public void Clear()
    {
        _done.Clear();
        _undone.Clear();
    }

    private sealed record Step(IReadOnlyList<RowContent> Before, IReadOnlyList<RowContent> After);
}
