using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Tests.Domain.Epidemic;

public sealed class ClusterTests
{
    private static readonly DateTime _now = new(2020, 11, 25, 9, 0, 0, DateTimeKind.Utc);
    private static readonly ClusterSpan _two = new(new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 9), 2, 30);
    private static readonly Actor _ada = Actor.OfAgency(1, "Ada", Role.AgencyOperator, Territory.Milano);

    [Fact]
    public void Put_AnotherState_KeepsWhoAndWhen()
    {
        var cluster = Found();

        Assert.True(cluster.Put(ClusterState.Watched, _ada, _now));

        Assert.Equal((ClusterState.Watched, 1, "Ada", _now, 1), (cluster.State, cluster.StateBy, cluster.StateByName, cluster.StateAt!.Value, cluster.Version));
    }

    [Fact]
    public void Put_TheStateItHas_ChangesNothing()
    {
        var cluster = Found();

        Assert.False(cluster.Put(ClusterState.Open, _ada, _now));

        Assert.Equal((null, 0), (cluster.StateBy, cluster.Version));
    }

    [Fact]
    public void Put_ByAnOperatorOfAnotherTerritoryOrByASchool_Throws()
    {
        var cluster = Found();
        Actor[] strangers =
        [
            Actor.OfAgency(2, "Lia", Role.AgencyOperator, Territory.Lodi), Actor.OfAgency(3, "Davide", Role.AgencyAdministrator),
            Actor.OfSchool(4, "Anna", Role.Referent, 1),
        ];

        Assert.All(strangers, stranger => Assert.Throws<InvalidOperationException>(() => cluster.Put(ClusterState.Closed, stranger, _now)));
    }

    [Fact]
    public void Grow_ClosedCluster_IsOpenedByANewCase()
    {
        var cluster = Found();
        cluster.Put(ClusterState.Closed, _ada, _now);

        cluster.Grow(_two with { Cases = 3, LastDay = new DateOnly(2020, 11, 20) }, _now.AddHours(1));

        Assert.Equal((ClusterState.Open, null, _now.AddHours(1)), (cluster.State, cluster.StateByName, cluster.StateAt!.Value));
        Assert.Equal((3, new DateOnly(2020, 11, 20)), (cluster.Cases, cluster.LastDay));
    }

    [Fact]
    public void Grow_WatchedCluster_StaysWatched()
    {
        var cluster = Found();
        cluster.Put(ClusterState.Watched, _ada, _now);

        cluster.Grow(_two with { Cases = 3 }, _now.AddHours(1));

        Assert.Equal((ClusterState.Watched, "Ada"), (cluster.State, cluster.StateByName));
    }

    [Fact]
    public void Grow_NothingNew_ChangesNothing()
    {
        var cluster = Found();
        cluster.Put(ClusterState.Closed, _ada, _now);

        cluster.Grow(_two, _now.AddHours(1));

        Assert.Equal((ClusterState.Closed, 1), (cluster.State, cluster.Version));
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(9, 20, true)]
    [InlineData(3, 5, true)]
    [InlineData(10, 20, false)]
    public void Overlaps_DaysInCommon_AreTheSameCluster(int first, int last, bool expected) =>
        Assert.Equal(expected, Found().Overlaps(new ClusterSpan(new DateOnly(2020, 11, first), new DateOnly(2020, 11, last), 2, 0)));

    private static Cluster Found() => Cluster.Find(new ClusterPlace(1, "5 B", Territory.Milano, "F205", SchoolType.Primary, "Calvino"), _two, _now);
}
