using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>What a case and a contact have in common, inside a <c>dl</c>.</summary>
public partial class PersonFacts
{
    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Parameter, EditorRequired]
    public ReportedPersonData Person { get; set; } = null!;
}
