using CovidSchoolReporting.App.Features.Agency;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Tests.Components.Agency;

public sealed class ReportListAddressTests
{
    private static readonly DayRange Days = new(new DateOnly(2020, 11, 1), new DateOnly(2020, 11, 7));

    public static TheoryData<ReportListRequest, string> Requests() => new()
    {
        { new(), "/ats/casi?stato=tutti" },
        { new(Anchor: PageAnchor.After(12)), "/ats/casi?stato=tutti&dopo=12" },
        { With(new() { State = AgencyState.Received }), "/ats/casi?stato=ricevuti" },
        { With(new() { State = AgencyState.MeasuresIssued }) with { Anchor = PageAnchor.Before(7) }, "/ats/casi?stato=provvedimento&prima=7" },
        { With(new() { SiteId = 31, SchoolType = SchoolType.LowerSecondary }), "/ats/casi?plesso=31&tipo=secondaria-1" },
        { With(new() { MunicipalityCode = "F205", ClassKey = "1 B" }), "/ats/casi?comune=F205&classe=1%20B" },
        { With(new() { ClassKey = "GIRASOLI & C GIRASOLI & C" }), "/ats/casi?classe=GIRASOLI%20%26%20C%20GIRASOLI%20%26%20C" },
        { With(new() { Received = Days }), "/ats/casi?dal=2020-11-01&al=2020-11-07" },
        { With(new() { LastDayAttended = Days with { From = null } }), "/ats/casi?frequenza-al=2020-11-07" },
        { With(new() { Waiting = WaitingTime.TwoDays, Missing = ReportGaps.SwabDate }), "/ats/casi?attesa=48&manca=tampone" },
        { With(new() { Missing = ReportGaps.All }), "/ats/casi?manca=qualcosa" },
        { With(new() { Assignee = AssigneeFilter.Me }), "/ats/casi?assegnati=a-me" },
        { With(new() { Assignee = AssigneeFilter.Nobody }), "/ats/casi?assegnati=a-nessuno" },
        { With(new() { Assignee = AssigneeFilter.Colleague(9) }), "/ats/casi?assegnati=9" },
        { new ReportListRequest().By(ReportOrder.State), "/ats/casi?ordina=stato" },
        { new ReportListRequest().By(ReportOrder.State) with { Anchor = PageAnchor.After(12) with { Key = (int)AgencyState.TakenInCharge } }, "/ats/casi?ordina=stato&dopo=12&da=in-carico" },
        { new ReportListRequest().By(ReportOrder.State) with { Anchor = PageAnchor.Before(12) }, "/ats/casi?ordina=stato&prima=12" },
        { new ReportListRequest().By(ReportOrder.LastDay) with { Descending = false }, "/ats/casi?ordina=giorno&verso=asc" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Address_OfARequest_IsReadBackAsTheSame(ReportListRequest request, string address)
    {
        Assert.Equal(address, ReportListAddress.Of(request));
        Assert.Equal(request, ReportListAddress.Read(address));
        Assert.Equal(request.FirstPage, ReportListAddress.Read(ReportListAddress.Of(ReportListAddress.Words(request))));
        Assert.False(ReportListAddress.IsHome(address));
    }

    [Theory]
    [InlineData("/ats/casi?stato=perduti&ordina=peso&verso=su")]
    [InlineData("/ats/casi?plesso=-1&comune=Milano&tipo=liceo&classe=")]
    [InlineData("/ats/casi?dal=1/11/2020&al=2020-13-01&frequenza-dal=oggi")]
    [InlineData("/ats/casi?da=perduti")]
    [InlineData("/ats/casi?attesa=25&manca=tutto&assegnati=Elena&dopo=x&prima=99999999999")]
    public void Address_WordsThatMeanNothing_AreTheDefault(string address) =>
        Assert.Equal(new ReportListRequest(), ReportListAddress.Read(address));

    [Fact]
    public void Words_OfEveryConditionTogether_FitInASavedView()
    {
        var everything = With(new()
        {
            State = AgencyState.MeasuresIssued,
            SiteId = int.MaxValue,
            MunicipalityCode = "F205",
            SchoolType = SchoolType.UpperSecondary,
            ClassKey = new string('È', ClassKey.MaxLength),
            Received = Days,
            LastDayAttended = Days,
            Waiting = WaitingTime.ThreeDays,
            Missing = ReportGaps.FiscalCode,
            Assignee = AssigneeFilter.Colleague(int.MaxValue),
        });

        var request = everything.By(ReportOrder.LastDay) with { Descending = false };

        Assert.True(ReportListAddress.Words(request).Length <= SavedView.WordsMaxLength);
    }

    private static ReportListRequest With(ReportFilter filter) => new() { Filter = filter };
}
