using System.Globalization;
using CovidSchoolReporting.Domain.Epidemic;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>The four numbers to see first.</summary>
public partial class FigureTiles
{
    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required ChartTables Tables { get; init; }

    [Parameter, EditorRequired]
    public EpidemicFigures Figures { get; set; } = null!;

    private int? OldDays => Figures.Waiting.Count == 0 ? null : Figures.Waiting[^1].DaysOld;

    private string Trend => Figures.CasesBefore == 0 || Figures.Cases == Figures.CasesBefore ? "" : Figures.Cases > Figures.CasesBefore ? "up" : "down";

    private string TrendText
    {
        get
        {
            if (Figures.CasesBefore == 0)
            {
                return Text["TrendNone", Figures.Filter.Days];
            }

            var change = (double)(Figures.Cases - Figures.CasesBefore) / Figures.CasesBefore;
            var arrow = change > 0 ? "▲" : change < 0 ? "▼" : "=";
            return Text["Trend", arrow, Math.Abs(change).ToString("P0", CultureInfo.CurrentCulture), Figures.Filter.Days];
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
