using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>The received reports of the operator's territories: a page at a time, kept up to date with what schools send and colleagues take.</summary>
public partial class ReportGrid
{
    private TakeInChargeOutcome? _outcome;
    private string _outcomeNumber = "";

    [Inject]
    public required IReportQueries Queries { get; init; }

    [Inject]
    public required AgencyDesk Desk { get; init; }

    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    private IReadOnlyList<FilterLink> Filters =>
        [FilterTo(null, "FilterAll"), FilterTo(AgencyState.Received, "FilterReceived"), FilterTo(AgencyState.TakenInCharge, "FilterTaken")];

    protected override Task<Page<ReportRow>> ReadAsync(Actor actor, string searched) =>
        Queries.ListAsync(actor, Request with { Search = searched }, Gone);

    protected override int IdOf(ReportRow row) => row.Id;

    protected override PageAnchor? AnchorOf(ReportListRequest request) => request.Anchor;

    protected override string AddressAt(PageAnchor? anchor) => ReportListAddress.Of(Request with { Anchor = anchor });

    protected override Task SearchAsync(string searched)
    {
        _outcome = null;
        return base.SearchAsync(searched);
    }

    private async Task TakeInChargeAsync(ReportRow row)
    {
        // A command that was sent is carried out, even if the operator leaves the screen meanwhile.
        _outcome = await Desk.TakeInChargeAsync(await ActorAsync(), row.Id, CancellationToken.None);
        _outcomeNumber = row.ProtocolNumber;
        await LoadAsync();
    }

    private FilterLink FilterTo(AgencyState? state, string text) =>
        new(Text[text], ReportListAddress.Of(new ReportListRequest(State: state)), Request.State == state);
}
