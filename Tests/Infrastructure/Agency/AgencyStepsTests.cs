using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency;

/// <summary>A report's way from received to concluded, and whose work it is.</summary>
public sealed class AgencyStepsTests : IAsyncLifetime
{
    private DeliveryStage _stage = null!;
    private int _report;
    private Actor _ada = null!;
    private Actor _ugo = null!;
    private Actor _ofLodi = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private AgencyDesk Desk => _stage.Portal.Get<AgencyDesk>();

    public async ValueTask InitializeAsync()
    {
        _stage = await DeliveryStage.SetAsync();
        _report = Assert.Single(await _stage.ReceiveAsync(1, Patience));
        (_ada, _ugo, _ofLodi) = (
            await OperatorAsync("ada", Territory.Milano, Territory.Lodi), await OperatorAsync("ugo", Territory.Milano), await OperatorAsync("lia", Territory.Lodi));
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact(Timeout = 30_000)]
    public async Task Steps_InTheirOrder_AreKeptWithWhoAndWhen()
    {
        await Desk.TakeInChargeAsync(_ada, _report, Patience);
        _stage.Portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<StepOutcome.Done>(await Desk.IssueMeasuresAsync(_ugo, _report, Patience));
        _stage.Portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<StepOutcome.Done>(await Desk.ConcludeAsync(_ada, _report, Patience));

        var report = await ReadAsync();
        Assert.Equal(AgencyState.Concluded, report.State);
        Assert.Equal((_ugo.DisplayName, _ada.DisplayName), (report.MeasuresIssuedByName, report.ConcludedByName));
        Assert.Equal(TimeSpan.FromHours(1), report.ConcludedAt - report.MeasuresIssuedAt);
        Assert.Equal(
            [(ReportEventKind.Received, null), (ReportEventKind.TakenInCharge, _ada.UserId), (ReportEventKind.MeasuresIssued, _ugo.UserId), (ReportEventKind.Concluded, (int?)_ada.UserId)],
            report.Events.OrderBy(e => e.Id).Select(e => (e.Kind, e.UserId)));
    }

    [Fact(Timeout = 30_000)]
    public async Task Steps_BeforeTheirTime_AreToldWhereTheReportStands()
    {
        Assert.Equal(new StepOutcome.TooEarly(AgencyState.Received), await Desk.IssueMeasuresAsync(_ada, _report, Patience));
        await Desk.TakeInChargeAsync(_ada, _report, Patience);
        Assert.Equal(new StepOutcome.TooEarly(AgencyState.TakenInCharge), await Desk.ConcludeAsync(_ada, _report, Patience));

        Assert.Equal(AgencyState.TakenInCharge, (await ReadAsync()).State);
    }

    [Fact(Timeout = 30_000)]
    public async Task Steps_SentTwice_AreDoneOnce()
    {
        await Desk.TakeInChargeAsync(_ada, _report, Patience);
        for (var times = 0; times < 2; times++)
        {
            Assert.IsType<StepOutcome.Done>(await Desk.IssueMeasuresAsync(_ada, _report, Patience));
            Assert.IsType<StepOutcome.Done>(await Desk.AssignAsync(_ada, _report, _ugo.UserId, Patience));
        }

        Assert.Equal(4, (await ReadAsync()).Events.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Assign_ToAColleague_IsTheirWorkAndStaysInItsState()
    {
        Assert.IsType<StepOutcome.Done>(await Desk.AssignAsync(_ada, _report, _ugo.UserId, Patience));

        var report = await ReadAsync();
        Assert.Equal((AgencyState.Received, _ugo.UserId, _ugo.DisplayName), (report.State, report.AssignedTo, report.AssignedToName));
        Assert.Equal((_ada.UserId, _ugo.DisplayName), report.Events.Where(e => e.Kind == ReportEventKind.Assigned).Select(e => (e.UserId, e.Subject)).Single());
    }

    [Fact(Timeout = 30_000)]
    public async Task Assign_ToSomebodyOfAnotherTerritory_IsRefused()
    {
        Assert.IsType<StepOutcome.NoSuchColleague>(await Desk.AssignAsync(_ada, _report, _ofLodi.UserId, Patience));
        Assert.IsType<StepOutcome.NoSuchColleague>(await Desk.AssignAsync(_ada, _report, 123_456, Patience));

        Assert.Null((await ReadAsync()).AssignedTo);
    }

    [Fact(Timeout = 30_000)]
    public async Task Steps_OfAnotherTerritoryOrRole_LookLikeAnUnknownReport()
    {
        await Desk.TakeInChargeAsync(_ada, _report, Patience);
        foreach (var other in (Actor[])[_ofLodi, Actor.OfAgency(8, "Dario", Role.AgencyAdministrator), Actor.OfSchool(9, "Rita", Role.Referent, 1)])
        {
            Assert.IsType<StepOutcome.NotFound>(await Desk.IssueMeasuresAsync(other, _report, Patience));
            Assert.IsType<StepOutcome.NotFound>(await Desk.ConcludeAsync(other, _report, Patience));
            Assert.IsType<StepOutcome.NotFound>(await Desk.AssignAsync(other, _report, _ugo.UserId, Patience));
        }

        Assert.Equal(AgencyState.TakenInCharge, (await ReadAsync()).State);
    }

    [Fact(Timeout = 30_000)]
    public async Task Colleagues_OfAnOperator_ShareATerritoryAndMaySignIn()
    {
        var gone = await OperatorAsync("zoe", Territory.Milano);
        await using (var context = await _stage.Portal.OpenAsync())
        {
            (await context.Set<PortalUser>().SingleAsync(u => u.Id == gone.UserId, Patience)).Disable(_stage.Portal.Clock.GetUtcNow().UtcDateTime);
            await context.SaveChangesAsync(Patience);
        }

        var colleagues = _stage.Portal.Get<IColleagues>();
        Assert.Equal([_ada.UserId, _ugo.UserId], (await colleagues.ListAsync(_ugo, Patience)).Select(c => c.UserId));
        Assert.Equal([_ada.UserId, _ofLodi.UserId, _ugo.UserId], (await colleagues.ListAsync(_ada, Patience)).Select(c => c.UserId));
        Assert.Empty(await colleagues.ListAsync(Actor.OfSchool(9, "Rita", Role.Referent, 1), Patience));
    }

    [Theory]
    [InlineData("1", "B", "1", "B", true)]
    [InlineData("1^", "b", "Classe 1", "Sez. B", true)]
    [InlineData("I", " B ", "1", "B", true)]
    [InlineData("1", "B", "1", "C", false)]
    [InlineData("Girasoli", "Girasoli", "GIRASOLI", "girasoli", true)]
    [InlineData("Girasoli", "Girasoli", "Tulipani", "Tulipani", false)]
    public void ClassKey_ClassesAsPeopleWriteThem_AreToldApart(string className, string section, string other, string otherSection, bool same) =>
        Assert.Equal(same, ClassKey.Of(className, section) == ClassKey.Of(other, otherSection));

    private async Task<Actor> OperatorAsync(string name, params Territory[] territories)
    {
        await using var context = await _stage.Portal.OpenAsync();
        var user = PortalUser.RegisterAgency($"{name}@ats.example", name, Role.AgencyOperator, territories);
        context.Add(user);
        await context.SaveChangesAsync(Patience);
        return user.ToActor();
    }

    private async Task<ReceivedReport> ReadAsync()
    {
        await using var context = await _stage.Portal.OpenAsync();
        return await context.Set<ReceivedReport>().AsNoTracking().Include(r => r.Events).SingleAsync(r => r.Id == _report, Patience);
    }
}
