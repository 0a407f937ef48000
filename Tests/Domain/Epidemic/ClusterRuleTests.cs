using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.Tests.Domain.Epidemic;

public sealed class ClusterRuleTests
{
    private static readonly DateOnly _first = new(2020, 11, 2);

    /// <summary>Days of the cases after the first day; the clusters as «first-last:cases».</summary>
    public static TheoryData<int, int, int[], string[]> Classes => new()
    {
        { 2, 14, [], [] },
        { 2, 14, [0], [] },
        { 2, 14, [0, 0], ["0-0:2"] },
        { 2, 14, [0, 14], ["0-14:2"] },
        { 2, 14, [0, 15], [] },
        { 2, 14, [15, 0, 3], ["0-15:3"] },
        { 2, 14, [0, 10, 20, 30], ["0-30:4"] },
        { 2, 14, [0, 3, 40, 41, 80], ["0-3:2", "40-41:2"] },
        { 2, 14, [0, 3, 18, 40], ["0-3:2"] },
        { 2, 14, [0, 3, 17, 40], ["0-17:3"] },
        { 3, 14, [0, 7], [] },
        { 3, 14, [0, 7, 14], ["0-14:3"] },
        { 3, 14, [0, 10, 20], [] },
        { 3, 14, [0, 10, 14, 24], ["0-24:4"] },
        { 3, 14, [0, 1, 2, 15, 30, 31, 32], ["0-15:4", "30-32:3"] },
        { 2, 0, [0, 1, 1, 2], ["1-1:2"] },
    };

    [Theory]
    [MemberData(nameof(Classes))]
    public void Find_CasesOfAClass_AreLinkedWhenEnoughLieCloseEnough(int cases, int days, int[] after, string[] expected)
    {
        var found = new ClusterRule(cases, days).Find(after.Select(day => new ClassCase(_first.AddDays(day), 1)));

        Assert.Equal(expected, found.Select(span => $"{After(span.FirstDay)}-{After(span.LastDay)}:{span.Cases}"));
    }

    [Fact]
    public void Find_LinkedCases_SumTheirContacts()
    {
        var found = new ClusterRule(2, 14).Find([new ClassCase(_first, 20), new ClassCase(_first.AddDays(3), 0), new ClassCase(_first.AddDays(90), 7)]);

        Assert.Equal(20, Assert.Single(found).Contacts);
    }

    private static int After(DateOnly day) => day.DayNumber - _first.DayNumber;
}
