using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Users;

/// <summary>The users of the portal, a page at a time.</summary>
public partial class UserGrid
{
    private string _typed = "";

    [Inject]
    public required UserDesk Desk { get; init; }

    [Inject]
    public required IStringLocalizer<UserTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    private IReadOnlyList<FilterLink> RoleFilters =>
        [Filter(Text["EveryRole"], Request with { Role = null }), .. Enum.GetValues<Role>().Select(role => Filter(Text[$"FilterRole{role}"], Request with { Role = role }))];

    private IReadOnlyList<FilterLink> StateFilters =>
        [Filter(Text["EveryState"], Request with { State = null }), .. Enum.GetValues<UserState>().Select(state => Filter(Text[$"FilterState{state}"], Request with { State = state }))];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _typed = Memory.Searched;
    }

    protected override Task<Page<UserRow>> ReadAsync(Actor actor, string searched) =>
        Desk.ListAsync(actor, Request with { Search = searched }, Gone);

    protected override int IdOf(UserRow row) => row.Id;

    protected override PageAnchor? AnchorOf(UserListRequest request) => request.Anchor;

    protected override string AddressAt(PageAnchor? anchor) => UserListAddress.Of(Request with { Anchor = anchor });

    private FilterLink Filter(string text, UserListRequest request) =>
        new(text, UserListAddress.Of(request with { Anchor = null }), request with { Anchor = null } == Request with { Anchor = null });

    private Task ClearAsync()
    {
        _typed = "";
        return SearchAsync("");
    }
}
