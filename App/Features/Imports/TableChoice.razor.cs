using CovidSchoolReporting.Domain.Imports;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>Asks which of several sheets holds the people.</summary>
public partial class TableChoice
{
    private ElementReference _heading;

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public IReadOnlyList<SourceTable> Tables { get; set; } = [];

    /// <summary>Why the sheet that was chosen last is not taken.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    [Parameter]
    public EventCallback<SourceTable> OnChosen { get; set; }

    [Parameter]
    public EventCallback OnBack { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _heading.FocusAsync();
        }
    }
}
