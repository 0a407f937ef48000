using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>The fields of a person.</summary>
public partial class PersonFields
{
    internal const int MostSuggestions = 12;

    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [CascadingParameter]
    public required DraftForm Form { get; set; }

    [Parameter, EditorRequired]
    public string PhoneLabel { get; set; } = "";

    /// <summary>Class and section, where the form does not ask for them elsewhere.</summary>
    [Parameter]
    public RenderFragment? AfterRole { get; set; }

    /// <summary>What is to be said as soon as it is known who the person is.</summary>
    [Parameter]
    public RenderFragment? AfterIdentity { get; set; }

    [Parameter]
    public RenderFragment? AfterDomicile { get; set; }

    /// <summary>The fields that follow the telephone.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private List<string> SuggestMunicipality(string typed) =>
        [.. Places.Search(typed, MostSuggestions).Select(place => place.Label)];

    private void ToggleFiscalCode(bool unavailable)
    {
        Form.Draft.FiscalCodeUnavailable = unavailable;
        Form.Typed(nameof(PersonDraft.FiscalCodeUnavailable));
        Form.Check();
    }
}
