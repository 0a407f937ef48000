using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>One row of «Casi ricevuti», drawn again only when its report or its tick changed.</summary>
public partial class ReportGridRow
{
    private (ReportRow? Row, bool Ticked) _drawn;

    [Inject]
    public required IStringLocalizer<QueueTexts> Text { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Parameter, EditorRequired]
    public ReportRow Row { get; set; } = null!;

    [Parameter, EditorRequired]
    public bool Ticked { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<(int Id, bool Ticked)> OnTick { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<ReportRow> OnTake { get; set; }

    private string Place =>
        Text["PlaceAndClass", Places.FindByCode(Row.SiteMunicipalityCode)?.Label ?? Row.SiteMunicipalityCode, ClassLabel.Of(Row.ClassName, Row.Section)];

    protected override bool ShouldRender() => _drawn != (Row, Ticked);

    protected override void OnAfterRender(bool firstRender) => _drawn = (Row, Ticked);
}
