using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>Stands around a list whose cells are kept while they are typed, and says when they were.</summary>
public sealed partial class ListDraftFrame : IDisposable
{
    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    [Inject]
    public required HandInNews News { get; init; }

    [Parameter, EditorRequired]
    public ListDraftKeeper Draft { get; set; } = null!;

    /// <summary>Nothing can be typed any more.</summary>
    [Parameter]
    public bool IsLocked { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = null!;

    /// <summary>Where a list in two tabs is found again after a reload.</summary>
    private string? Address => Draft.Key.Mark is null ? null : DraftAddress.Of(Draft.Key);

    private string StatusText => Draft.Status switch
    {
        { IsFull: true } => Text["DraftNoRoom"],
        { Failed: true } => Text["DraftNotSaved"],
        { SavedAt: { } at } when !IsLocked => Text[Draft.IsBeside ? "DraftSavedBeside" : "DraftSaved", DayText.TimeOf(at)],
        _ => "",
    };

    public void Dispose() => News.Came -= Hear;

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            News.Came += Hear;
        }
    }

    private void Hear(int userId, DraftKey key) => _ = InvokeAsync(async () =>
    {
        try
        {
            await Draft.FollowAsync(userId, key);
            StateHasChanged();
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException or ObjectDisposedException)
        {
            // The time that is shown stays the older one.
        }
    });
}
