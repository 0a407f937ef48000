using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency.Queue;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>The operator's own views of the list: a link to each, and where they are saved, renamed and deleted.</summary>
public partial class SavedViewsBar
{
    private IReadOnlyList<SavedViewRow> _views = [];
    private string _name = "";
    private string? _message;
    private bool _failed;
    private bool _open;

    [Inject]
    public required ISavedViews Views { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IStringLocalizer<QueueTexts> Text { get; init; }

    /// <summary>The list as it is shown: what is saved.</summary>
    [Parameter, EditorRequired]
    public ReportListRequest Request { get; set; } = null!;

    private string Words => ReportListAddress.Words(Request);

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => _views = await Views.ListAsync(await ActorAsync(), CancellationToken.None);

    private ValueTask<Actor> ActorAsync() => Current.RequireAsync(CancellationToken.None);

    private void Open() => (_open, _message, _name) = (true, null, "");

    private void Close() => _open = false;

    private Task SaveAsync() => DoAsync(actor => Views.SaveAsync(actor, _name, Words, CancellationToken.None), Text["ViewSaved", _name.Trim()]);

    private Task RenameAsync(SavedViewRow view, string name) =>
        DoAsync(actor => Views.RenameAsync(actor, view.Id, name, CancellationToken.None), Text["ViewRenamed", name.Trim()]);

    private Task RemoveAsync(SavedViewRow view) =>
        DoAsync(actor => Views.RemoveAsync(actor, view.Id, CancellationToken.None), Text["ViewRemoved", view.Name]);

    private Task PreferAsync(SavedViewRow view, bool preferred) => DoAsync(
        actor => Views.PreferAsync(actor, view.Id, preferred, CancellationToken.None), preferred ? Text["ViewPreferred", view.Name] : Text["ViewNotPreferred"]);

    private async Task DoAsync(Func<Actor, Task<SavedViewOutcome>> command, string done)
    {
        var outcome = await command(await ActorAsync());
        _failed = outcome is not SavedViewOutcome.Done;
        _message = outcome switch
        {
            SavedViewOutcome.Done => done,
            SavedViewOutcome.NotAName => Text["ViewNotAName"],
            SavedViewOutcome.NameTaken => Text["ViewNameTaken"],
            SavedViewOutcome.TooMany => Text["ViewTooMany", SavedView.MostOfOneUser],
            SavedViewOutcome.NotFound => Text["ViewNotFound"],
            _ => Text["ViewNothingSaved"],
        };
        await LoadAsync();
    }
}
