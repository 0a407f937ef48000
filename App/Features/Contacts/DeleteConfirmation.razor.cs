using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Conferma l'eliminazione di questo contatto? SÌ / NO.</summary>
public partial class DeleteConfirmation
{
    private ElementReference _box;

    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    /// <summary>Where NO leads.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Parameter]
    public bool IsSending { get; set; }

    [Parameter]
    public bool NothingSaved { get; set; }

    [Parameter]
    public EventCallback OnConfirmed { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _box.FocusAsync();
        }
    }
}
