using CovidSchoolReporting.App.Features.Epidemic;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Domain.Places;

namespace CovidSchoolReporting.Tests.Components.Epidemic;

public sealed class EpidemicAddressTests
{
    private static readonly DateOnly _today = new(2020, 11, 25);

    [Fact]
    public void Of_EveryWord_IsReadBackAsItWas()
    {
        var view = new EpidemicView(
            new EpidemicFilter(new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 8), EpidemicBasis.Onset, Territory.Lodi, "E648", SchoolType.LowerSecondary, RoleGroup.OtherStaff),
            CurveStep.Week, CurveColours.SchoolType, MapMeasure.Cases);

        Assert.Equal(view, Read(EpidemicAddress.Of(view)));
    }

    [Fact]
    public void Read_NothingAsked_IsTheLastFourWeeks() => Assert.Equal(
        new EpidemicView(new EpidemicFilter(new DateOnly(2020, 10, 29), _today)), Read(EpidemicAddress.Page));

    [Theory]
    [InlineData("per=domani")]
    [InlineData("territorio=roma")]
    [InlineData("comune=H501")]
    [InlineData("comune=%27%3B--")]
    [InlineData("scuola=9&ruolo=&passo=anno&colori=blu&mappa=1")]
    public void Read_UnknownWord_MeansTheDefault(string words) => Assert.Equal(Read(EpidemicAddress.Page), Read($"{EpidemicAddress.Page}?{words}"));

    [Theory]
    [InlineData("dal=2020-11-08&al=2020-11-02", PeriodFault.Backwards)]
    [InlineData("dal=2010-11-08&al=2020-11-02", PeriodFault.TooLong)]
    [InlineData("dal=ieri", PeriodFault.Malformed)]
    public void Read_DaysThatAreNoPeriod_AreTheDefaultAndSaidSo(string words, PeriodFault fault)
    {
        var view = Read($"{EpidemicAddress.Page}?{words}&scuola=primaria");

        Assert.Equal((fault, SchoolType.Primary, 28), (view.Fault, view.Filter.SchoolType, view.Filter.Days));
    }

    [Theory]
    [InlineData("", null, false)]
    [InlineData("?stato=nuovi", ClusterState.Open, false)]
    [InlineData("?stato=chiusi", ClusterState.Closed, false)]
    [InlineData("?stato=tutti", null, true)]
    [InlineData("?stato=boh", null, false)]
    public void Read_ClustersAsked_AreThoseOfTheState(string words, ClusterState? state, bool closed)
    {
        var request = ClusterAddress.Read(ClusterAddress.Page + words);

        Assert.Equal(new ClusterListRequest(state, closed), request);
        Assert.Equal(request, ClusterAddress.Read(ClusterAddress.Of(request)));
    }

    [Theory]
    [InlineData("?plesso=12", 12, null)]
    [InlineData("?stato=chiusi&comune=f205", null, "F205")]
    [InlineData("?plesso=-1&comune=Milano", null, null)]
    public void Read_ClustersOfASchoolOrComune_StandInTheAddress(string words, int? site, string? place)
    {
        var request = ClusterAddress.Read(ClusterAddress.Page + words);

        Assert.Equal((site, place), (request.SiteId, request.MunicipalityCode));
        Assert.Equal(request, ClusterAddress.Read(ClusterAddress.Of(request)));
    }

    private static EpidemicView Read(string address) => EpidemicAddress.Read(address, _today, LoadedPlaces.Register);
}
