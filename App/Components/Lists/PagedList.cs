using CovidSchoolReporting.App.Components.Live;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Lists;

/// <summary>
/// A list that shows a page at a time, is searched by person, and keeps up to date with what others commit. What is filtered and
/// where the page lies stand in the address; what is searched for stands only in <see cref="Memory"/>.
/// </summary>
/// <typeparam name="TRequest">What the address asks for, with value equality.</typeparam>
/// <typeparam name="TRow">What a row shows.</typeparam>
public abstract class PagedList<TRequest, TRow> : LiveComponent
    where TRequest : class
{
    private TRequest? _shown;

    [Inject]
    public required SearchMemory<TRequest> Memory { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Order, filter and place.</summary>
    [Parameter, EditorRequired]
    public TRequest Request { get; set; } = null!;

    /// <summary>The rows on the screen, or null until they have been read.</summary>
    protected Page<TRow>? Page { get; private set; }

    protected RowSlots Slots { get; } = new();

    protected bool IsSearched => Memory.Searched.Length > 0;

    protected override async Task OnParametersSetAsync()
    {
        if (!Equals(_shown, Request))
        {
            _shown = Request;
            await LoadAsync();
        }
    }

    protected override Task OnChangedAsync(Change change) => LoadAsync();

    protected async Task LoadAsync()
    {
        Page = await ReadAsync(await ActorAsync(), Memory.Searched);
        Slots.Seat([.. Page.Rows.Select(IdOf)]);
    }

    protected virtual Task SearchAsync(string searched)
    {
        Memory.Searched = searched;
        if (AnchorOf(Request) is null)
        {
            return LoadAsync();
        }

        // The place in the list that the address names was a place in another list.
        Navigation.NavigateTo(AddressAt(null));
        return Task.CompletedTask;
    }

    protected abstract Task<Page<TRow>> ReadAsync(Actor actor, string searched);

    protected abstract int IdOf(TRow row);

    protected abstract PageAnchor? AnchorOf(TRequest request);

    /// <summary>The address of the same list at another place.</summary>
    /// <param name="anchor">Null for the first page.</param>
    protected abstract string AddressAt(PageAnchor? anchor);

    protected string? AddressOf(PageAnchor? anchor) => anchor is null ? null : AddressAt(anchor);
}
