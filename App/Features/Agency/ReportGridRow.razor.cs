using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>One row of «Casi ricevuti», drawn again only when its report changed.</summary>
public partial class ReportGridRow
{
    private ReportRow? _drawn;

    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Parameter, EditorRequired]
    public ReportRow Row { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback<ReportRow> OnTake { get; set; }

    protected override bool ShouldRender() => _drawn != Row;

    protected override void OnAfterRender(bool firstRender) => _drawn = Row;
}
