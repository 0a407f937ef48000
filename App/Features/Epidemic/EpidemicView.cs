using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>What the colours of the map mean.</summary>
public enum MapMeasure
{
    /// <summary>Cases for every 10,000 pupils.</summary>
    Rate,

    Cases,
}

/// <summary>What the dashboard's address asks for.</summary>
/// <param name="AskedStep">By day or by week; null leaves it to the length of the period.</param>
/// <param name="Fault">What was wrong with the days of the address: then the filter has the default period.</param>
public sealed record EpidemicView(
    EpidemicFilter Filter,
    CurveStep? AskedStep = null,
    CurveColours Colours = CurveColours.Role,
    MapMeasure Measure = MapMeasure.Rate,
    PeriodFault Fault = PeriodFault.None)
{
    public CurveStep Step => AskedStep ?? (Filter.Days > DailyCurve.LongestByDay ? CurveStep.Week : CurveStep.Day);
}
