using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>
/// The words of the dashboard's address: <c>/ats/andamento?dal=2020-10-29&amp;al=2020-11-25&amp;territorio=lodi</c>. A word that it does not know
/// means the default; what was wrong with the days is said.
/// </summary>
public static class EpidemicAddress
{
    public const string Page = "/ats/andamento";

    private const string From = "dal", To = "al", Basis = "per", TerritoryKey = "territorio", Place = "comune", School = "scuola", Role = "ruolo";
    private const string Step = "passo", Colours = "colori", Measure = "mappa";

    private static readonly Words<EpidemicBasis> BasisWords = new((EpidemicBasis.Swab, "tampone"), (EpidemicBasis.Onset, "sintomi"));
    private static readonly Words<Territory> TerritoryWords = new((Territory.Milano, "milano"), (Territory.Lodi, "lodi"));
    private static readonly Words<RoleGroup> RoleWords = new((RoleGroup.Pupils, "alunni"), (RoleGroup.Teaching, "docenti"), (RoleGroup.OtherStaff, "altri"));
    private static readonly Words<CurveStep> StepWords = new((CurveStep.Day, "giorno"), (CurveStep.Week, "settimana"));
    private static readonly Words<CurveColours> ColourWords = new((CurveColours.SchoolType, "scuola"));
    private static readonly Words<MapMeasure> MeasureWords = new((MapMeasure.Cases, "casi"));

    private static readonly Words<SchoolType> SchoolWords = new(
        (SchoolType.Nursery, "nido"), (SchoolType.Kindergarten, "infanzia"), (SchoolType.Primary, "primaria"),
        (SchoolType.LowerSecondary, "secondaria-1"), (SchoolType.UpperSecondary, "secondaria-2"), (SchoolType.VocationalTraining, "cfp"));

    public static EpidemicView Read(string address, DateOnly today, PlaceRegister places)
    {
        var words = new AddressWords(address);
        var period = EpidemicPeriod.Read(words.Word(From), words.Word(To), today);
        var place = places.FindByCode(words.Word(Place));
        return new EpidemicView(
            new EpidemicFilter(
                period.From,
                period.To,
                BasisWords.Read(words.Word(Basis)) ?? EpidemicBasis.Reported,
                TerritoryWords.Read(words.Word(TerritoryKey)),
                place?.Territory is null ? null : place.Code,
                SchoolWords.Read(words.Word(School)),
                RoleWords.Read(words.Word(Role))),
            StepWords.Read(words.Word(Step)),
            ColourWords.Read(words.Word(Colours)) ?? CurveColours.Role,
            MeasureWords.Read(words.Word(Measure)) ?? MapMeasure.Rate,
            period.Fault);
    }

    /// <summary>The address of the dashboard as it looks.</summary>
    public static string Of(EpidemicView view) => $"{Page}?{WordsOf(view)}";

    /// <summary>The address of a chart's numbers as a file.</summary>
    public static string OfFile(EpidemicView view, ChartName chart) => $"{Page}/{NameOf(chart)}.csv?{WordsOf(view)}";

    /// <summary>The name of a chart in an address.</summary>
    public static string NameOf(ChartName chart) => ChartWords.Write(chart)!;

    /// <summary>The chart that an address names, or null.</summary>
    public static ChartName? ChartNamed(string name) => ChartWords.Read(name);

    private static readonly Words<ChartName> ChartWords = new(
        (ChartName.Curve, "curva"), (ChartName.Places, "comuni"), (ChartName.Schools, "scuole"), (ChartName.Classes, "classi"),
        (ChartName.Delays, "tempi"), (ChartName.Waiting, "attese"));

    private static string WordsOf(EpidemicView view)
    {
        var filter = view.Filter;
        (string Key, string? Word)[] words =
        [
            (From, EpidemicPeriod.Write(filter.From)),
            (To, EpidemicPeriod.Write(filter.To)),
            (Basis, BasisWords.Write(filter.Basis)),
            (TerritoryKey, TerritoryWords.Write(filter.Territory)),
            (Place, filter.MunicipalityCode),
            (School, SchoolWords.Write(filter.SchoolType)),
            (Role, RoleWords.Write(filter.Role)),
            (Step, StepWords.Write(view.AskedStep)),
            (Colours, ColourWords.Write(view.Colours)),
            (Measure, MeasureWords.Write(view.Measure)),
        ];
        return string.Join('&', words.Where(word => word.Word is not null).Select(word => $"{word.Key}={word.Word}"));
    }

    /// <summary>The words for the values of an enumeration; a value without a word is the default.</summary>
    private sealed class Words<TValue>(params (TValue Value, string Word)[] known)
        where TValue : struct, Enum
    {
        public TValue? Read(string? word)
        {
            var found = known.Where(one => one.Word == word).ToList();
            return found.Count == 0 ? null : found[0].Value;
        }

        public string? Write(TValue? value) => known.FirstOrDefault(one => EqualityComparer<TValue?>.Default.Equals(one.Value, value)).Word;
    }
}
