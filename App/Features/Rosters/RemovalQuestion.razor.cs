using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Rosters;

/// <summary>Asks before people of the roster are removed.</summary>
public partial class RemovalQuestion
{
    private ElementReference _box;

    [Inject]
    public required IStringLocalizer<RosterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public string Question { get; set; } = "";

    [Parameter]
    public bool IsSending { get; set; }

    [Parameter]
    public bool NothingSaved { get; set; }

    [Parameter]
    public EventCallback OnConfirmed { get; set; }

    [Parameter]
    public EventCallback OnCancelled { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _box.FocusAsync();
        }
    }
}
