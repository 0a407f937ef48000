using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Infrastructure.Schools;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>The institutes by name, a page at a time.</summary>
public partial class SchoolGrid
{
    private string _typed = "";

    [Inject]
    public required SchoolDesk Desk { get; init; }

    [Inject]
    public required IStringLocalizer<SchoolTexts> Text { get; init; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _typed = Memory.Searched;
    }

    protected override Task<Page<SchoolRow>> ReadAsync(Actor actor, string searched) =>
        Desk.ListAsync(actor, Request with { Search = searched }, Gone);

    protected override int IdOf(SchoolRow row) => row.Id;

    protected override PageAnchor? AnchorOf(SchoolListRequest request) => request.Anchor;

    protected override string AddressAt(PageAnchor? anchor) => SchoolListAddress.Of(Request with { Anchor = anchor });

    private Task ClearAsync()
    {
        _typed = "";
        return SearchAsync("");
    }
}
