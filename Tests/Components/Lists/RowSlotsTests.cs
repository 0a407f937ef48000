using CovidSchoolReporting.App.Components.Lists;

namespace CovidSchoolReporting.Tests.Components.Lists;

public sealed class RowSlotsTests
{
    private readonly RowSlots _slots = new();

    [Fact]
    public void Seat_AnotherPage_ShowsEachRowInTheElementsOfTheOneBefore()
    {
        _slots.Seat([9, 8, 7]);
        int[] before = [_slots[9], _slots[8], _slots[7]];

        _slots.Seat([6, 5, 4]);

        Assert.Equal<IEnumerable<int>>(before, [_slots[6], _slots[5], _slots[4]]);
    }

    [Fact]
    public void Seat_ANewRowOnTop_LeavesTheOthersInTheirElements()
    {
        _slots.Seat([9, 8, 7]);
        int[] before = [_slots[9], _slots[8], _slots[7]];

        _slots.Seat([10, 9, 8]);

        Assert.Equal<IEnumerable<int>>([before[2], before[0], before[1]], [_slots[10], _slots[9], _slots[8]]);
    }

    [Fact]
    public void Seat_MoreAndFewerRows_NeverGivesTwoRowsTheSameElements()
    {
        foreach (var ids in (int[][])[[1, 2], [5, 1, 6, 7, 2], [7], [3, 7, 9, 11]])
        {
            _slots.Seat(ids);

            Assert.Equal(ids.Length, ids.Select(id => _slots[id]).Distinct().Count());
        }
    }
}
