using CovidSchoolReporting.Domain.Agency.Queue;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>A saved view as it is renamed, deleted, or made the one that opens first.</summary>
public partial class SavedViewItem
{
    private string _name = "";

    [Inject]
    public required IStringLocalizer<QueueTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public SavedViewRow View { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback<string> OnRename { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnRemove { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<bool> OnPrefer { get; set; }

    protected override void OnInitialized() => _name = View.Name;
}
