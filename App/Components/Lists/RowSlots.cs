namespace CovidSchoolReporting.App.Components.Lists;

/// <summary>
/// Which elements of a table show which row. A row that stays keeps its elements, and the focus in them; a row that comes takes the
/// elements of one that went. So another page of a list changes texts instead of making every row anew: a third of the bytes.
/// </summary>
public sealed class RowSlots
{
    private List<(int Id, int Slot)> _seats = [];

    /// <summary>The key of the elements for a row of the last seating.</summary>
    /// <exception cref="InvalidOperationException">The row was not in it.</exception>
    public int this[int id] => _seats.First(seat => seat.Id == id).Slot;

    /// <summary>Gives every row its elements.</summary>
    /// <param name="ids">The rows in their order, each once.</param>
    public void Seat(IReadOnlyCollection<int> ids)
    {
        var staying = _seats.Where(seat => ids.Contains(seat.Id)).ToDictionary(seat => seat.Id, seat => seat.Slot);
        var free = new Queue<int>(_seats.Where(seat => !staying.ContainsKey(seat.Id)).Select(seat => seat.Slot));
        var next = _seats.Count == 0 ? 0 : _seats.Max(seat => seat.Slot) + 1;
        _seats = [.. ids.Select(id => (id, staying.TryGetValue(id, out var slot) ? slot : free.TryDequeue(out slot) ? slot : next++))];
    }
}
