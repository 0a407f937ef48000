using System.Globalization;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>Writes the numbers of each chart as a table, for the screen and for a file alike: the two cannot differ.</summary>
public sealed class ChartTables(IStringLocalizer<EpidemicTexts> text, IStringLocalizer<SharedTexts> shared, PlaceRegister places)
{
    public ChartTable Of(ChartName chart, EpidemicFigures figures, EpidemicView view) => chart switch
    {
        ChartName.Curve => OfCurve(DailyCurve.Of(figures, view.Step, view.Colours)),
        ChartName.Places => OfPlaces(figures),
        ChartName.Schools => OfSchools(figures),
        ChartName.Classes => OfClasses(figures),
        ChartName.Delays => OfDelays(figures),
        _ => OfWaiting(figures),
    };

    /// <summary>The names of the curve's colours, in their order.</summary>
    public IReadOnlyList<string> ColoursOf(CurveColours colours) => colours == CurveColours.Role
        ? [.. Enum.GetValues<RoleGroup>().Select(role => text.Of(role))]
        : [.. Enum.GetValues<SchoolType>().Select(type => shared.Of(type))];

    public string PlaceName(string code) => places.FindByCode(code)?.Label ?? code;

    /// <summary>«da 2 giorni», «da oggi»: how long a report waits.</summary>
    public string AgeOf(int days) => days switch
    {
        0 => text["AgeToday"],
        1 => text["AgeYesterday"],
        _ => text["AgeDays", days],
    };

    /// <summary>«3 giorni», «5 ore», «meno di un'ora».</summary>
    public string LengthOf(DelaySummary delay, int? length) => length is not { } count ? ChartCell.None.Text
        : delay.InHours ? count == 0 ? text["UnderAnHour"] : count == 1 ? text["OneHour"] : text["Hours", count]
        : count == 1 ? text["OneDay"] : text["DaysLong", count];

    private ChartTable OfCurve(DailyCurve curve) => new(
        text["CurveTitle"],
        [
            curve.Step == CurveStep.Day ? text["ColumnDay"] : text["ColumnWeek"],
            .. ColoursOf(curve.Colours),
            text["ColumnCases"],
            text["ColumnAverage"],
            .. curve.HasOfficial ? [text["ColumnOfficial"].Value] : Array.Empty<string>(),
        ],
        [
            .. curve.Bars.Select(bar => (ChartCell[])
            [
                ChartCell.Word(bar.From == bar.To ? DayText.Of(bar.From) : $"{DayText.Of(bar.From)} – {DayText.Of(bar.To)}"),
                .. bar.Parts.Select(Number),
                Number(bar.Cases),
                Tenth(bar.Average),
                .. curve.HasOfficial ? [Tenth(bar.Official)] : Array.Empty<ChartCell>(),
            ]),
        ]);

    private ChartTable OfPlaces(EpidemicFigures figures) => new(
        text["MapTitle"],
        [text["ColumnMunicipality"], text["ColumnCases"], text["ColumnContacts"], text["ColumnPupils"], text["ColumnRate"]],
        [
            .. figures.Places.Select(place => (ChartCell[])
            [
                ChartCell.Word(PlaceName(place.Code), QueueAddress.OfPlace(figures.Filter, place.Code)), Number(place.Cases), Number(place.Contacts),
                Number(place.Pupils), Tenth(place.Rate),
            ]),
        ]);

    private ChartTable OfSchools(EpidemicFigures figures) => new(
        text["SchoolsTitle"],
        [text["ColumnSchool"], text["ColumnMunicipality"], text["ColumnType"], text["ColumnCases"], text["ColumnContacts"], text["ColumnPupils"]],
        [
            .. figures.Schools.Select(school => (ChartCell[])
            [
                ChartCell.Word(school.Name, QueueAddress.OfSchool(figures.Filter, school.SiteId)), ChartCell.Word(PlaceName(school.MunicipalityCode)), ChartCell.Word(shared.Of(school.SchoolType)),
                Number(school.Cases), Number(school.Contacts), Number(school.Pupils),
            ]),
        ]);

    private ChartTable OfClasses(EpidemicFigures figures) => new(
        text["ClassesTitle"],
        [text["ColumnSchool"], text["ColumnClass"], text["ColumnMunicipality"], text["ColumnCases"], text["ColumnContacts"]],
        [
            .. figures.Classes.Select(one => (ChartCell[])
            [
                ChartCell.Word(one.SchoolName),
                ChartCell.Word(ClassLabel.OfKey(one.ClassKey), QueueAddress.OfClass(figures.Filter, one.SiteId, one.ClassKey)), ChartCell.Word(PlaceName(one.MunicipalityCode)),
                Number(one.Cases), Number(one.Contacts),
            ]),
        ]);

    private ChartTable OfDelays(EpidemicFigures figures) => new(
        text["DelaysTitle"],
        [text["ColumnStep"], text["ColumnReports"], text["ColumnMedian"], text["ColumnNineTenths"]],
        [
            .. figures.Delays.Select(delay => (ChartCell[])
            [
                ChartCell.Word(text.Of(delay.Step)), Number(delay.Reports),
                new ChartCell(LengthOf(delay, delay.Median)), new ChartCell(LengthOf(delay, delay.NineTenths)),
            ]),
        ]);

    private ChartTable OfWaiting(EpidemicFigures figures) => new(
        text["WaitingTitle"],
        [text["ColumnAge"], text["ColumnReports"]],
        [.. figures.Waiting.Select(waiting => (ChartCell[])[ChartCell.Word(AgeOf(waiting.DaysOld)), Number(waiting.Reports)])]);

    private static ChartCell Number(int count) => new(count.ToString("N0", CultureInfo.CurrentCulture));

    private static ChartCell Number(int? count) => count is { } known ? Number(known) : ChartCell.None;

    private static ChartCell Tenth(double value) => new(value.ToString("N1", CultureInfo.CurrentCulture));

    private static ChartCell Tenth(double? value) => value is { } known ? Tenth(known) : ChartCell.None;
}
