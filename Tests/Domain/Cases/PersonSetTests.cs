using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>The quick answers are those of the plain comparison.</summary>
public sealed class PersonSetTests
{
    private static readonly DateOnly _born = new(2010, 3, 1);

    private static readonly PersonIdentity[] _people =
    [
        Rulebook.Person("Rossi", "Mario", _born),
        Rulebook.Person("Rossi", "Mario", _born, Drafts.MarioRossi),
        Rulebook.Person("Rossi", "Mario", _born.AddDays(1)),
        Rulebook.Person("Rossi", "Mario", null),
        Rulebook.Person("Rossi", "Mario", null, Drafts.MarioRossi),
        Rulebook.Person("Verdi", "Mario", _born, Drafts.MarioRossi),
        Rulebook.Person("Rossi", "Mario", _born, Rulebook.Completed("RSSMRA10C01A944")),
    ];

    public static TheoryData<int, int> Pairs =>
        [.. from one in Enumerable.Range(0, 7) from other in Enumerable.Range(0, 7) select (one, other)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Contains_OfAnyTwo_IsWhatTheComparisonSays(int one, int other)
    {
        PersonSet set = [_people[other]];

        Assert.Equal(_people[one].IsSameAs(_people[other]), set.Contains(_people[one]));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void RowsOf_AnyTwo_IsWhatTheComparisonSays(int one, int other)
    {
        var listed = new ListedPeople();
        listed.Add(_people[other], 8);

        Assert.Equal(_people[one].IsSameAs(_people[other]) ? 8 : null, listed.FirstRowOf(_people[one]));
        listed.Remove(8);
        Assert.Null(listed.FirstRowOf(_people[one]));
    }
}
