using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Registry;

/// <summary>The entries of the audit, newest first, a page at a time.</summary>
public partial class RegistryGrid
{
    [Inject]
    public required AuditDesk Desk { get; init; }

    [Inject]
    public required IStringLocalizer<RegistryTexts> Text { get; init; }

    protected override Task<Page<AuditRow>> ReadAsync(Actor actor, string searched) => Desk.ListAsync(actor, Request, Gone);

    // Reading it is audited, so a page that followed would never come to rest.
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    protected override int IdOf(AuditRow row) => row.Id;

    protected override PageAnchor? AnchorOf(AuditListRequest request) => request.Anchor;

    protected override string AddressAt(PageAnchor? anchor) => RegistryAddress.Of(Request with { Anchor = anchor });
}
