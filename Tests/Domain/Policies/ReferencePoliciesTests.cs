using System.Globalization;
using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Tests.Domain.Policies;

/// <summary>The dates that follow from each source, worked out by hand on a calendar.</summary>
public sealed class ReferencePoliciesTests
{
    private static readonly PolicyTimeline _timeline = new(ReferencePolicies.Load());

    [Fact]
    public void Load_Timeline_HasTheTenSourcesOnTheirDays() => Assert.Equal(
        [
            ("2020-09-01", "18584"), ("2020-10-12", "32850"), ("2021-08-11", "36254"), ("2021-11-06", "1218"), ("2021-12-30", "60136"),
            ("2022-02-04", "9498"), ("2022-03-30", "19680"), ("2022-08-31", "37615"), ("2022-12-31", "51961"), ("2023-08-11", "105"),
        ],
        _timeline.All.Reverse().Select(p => (p.StartsOn.ToString("O", CultureInfo.InvariantCulture), NumberIn(p.Source))));

    [Fact]
    public void Load_EachPolicy_IsSoundAndPublished() => Assert.All(_timeline.All, policy =>
    {
        policy.Terms.EnsureSound();
        Assert.True(policy.IsPublished);
        Assert.InRange(policy.Notes.Length, 0, ReportingPolicy.NotesMaxLength);
        Assert.InRange(policy.Source.Length, 1, ReportingPolicy.SourceMaxLength);
    });

    [Theory]
    [InlineData("2020-09-05", "Everybody: test")] // until two negative swabs: no number of days
    [InlineData("2020-11-21", "Everybody: 01/12 test, at most 12/12")] // 10 days and a test; exit at 21
    [InlineData("2021-09-20", "Everybody: 30/09 test, at most 11/10")]
    [InlineData("2021-11-15", "Everybody: 25/11 test, at most 06/12")]
    [InlineData("2022-01-10", "NotVaccinated: 20/01 test, at most 31/01; Vaccinated: 20/01 test, at most 31/01; Boosted: 17/01 test, at most 31/01")]
    [InlineData("2022-02-07", "NotVaccinated: 17/02 test, at most 28/02; Vaccinated: 17/02 test, at most 28/02; Boosted: 14/02 test, at most 28/02")]
    [InlineData("2022-04-04", "NotVaccinated: 14/04 test, at most 25/04; Vaccinated: 14/04 test, at most 25/04; Boosted: 11/04 test, at most 25/04")]
    [InlineData("2022-09-12", "Everybody: 17/09 test, at most 26/09")] // 5 days and a test; at most 14
    [InlineData("2023-01-09", "Everybody: 14/01")] // 5 days, no test
    [InlineData("2023-09-11", "Everybody: none")]
    public void Isolation_SwabWithoutSymptoms_EndsAsTheSourceSays(string swab, string expected)
    {
        var day = DateOnly.Parse(swab, CultureInfo.InvariantCulture);

        Assert.Equal(expected, Say(MeasuresOf(null, day).Isolation));
    }

    [Theory]
    [InlineData("2020-11-19", "2020-11-21", "Everybody: 29/11 test, at most 10/12", 3)]
    [InlineData("2022-09-10", "2022-09-12", "Everybody: 15/09 test, at most 24/09", 2)]
    [InlineData("2023-01-05", "2023-01-09", "Everybody: 10/01", 2)]
    public void Isolation_WithSymptoms_CountsFromTheirOnset(string onset, string swab, string expected, int symptomFree)
    {
        var isolation = MeasuresOf(
            DateOnly.Parse(onset, CultureInfo.InvariantCulture), DateOnly.Parse(swab, CultureInfo.InvariantCulture)).Isolation;

        Assert.Equal(expected, Say(isolation));
        Assert.Equal((true, symptomFree), (isolation[0].WithSymptoms, isolation[0].Rule.SymptomFreeDays));
    }

    [Fact]
    public void Isolation_NeitherOnsetNorSwab_HasNoDates() =>
        Assert.Empty(new CaseMeasures(_timeline.All[0], null, null, new DateOnly(2020, 11, 20)).Isolation);

    [Theory]
    [InlineData("2020-09-04", "Everybody: Quarantine 18/09, - without")] // 14 days and a negative swab
    [InlineData("2020-11-20", "Everybody: Quarantine 30/11, 04/12 without")] // 10 with a test, 14 without
    [InlineData("2021-09-17", "NotVaccinated: Quarantine 27/09, 01/10 without; Vaccinated: Quarantine 24/09, 01/10 without")]
    [InlineData("2021-11-12", "NotVaccinated: Quarantine 22/11, 26/11 without; Vaccinated: Quarantine 19/11, 26/11 without")]
    [InlineData(
        "2022-01-08",
        "NotVaccinated: Quarantine 18/01, - without; Vaccinated: Quarantine 13/01, - without; Boosted: SelfMonitoring -, 13/01 without, FFP2 18/01")]
    [InlineData(
        "2022-02-04",
        "NotVaccinated: Quarantine 09/02, - without, FFP2 14/02; Vaccinated: Quarantine 09/02, - without, FFP2 14/02; Boosted: SelfMonitoring -, 09/02 without, FFP2 14/02")]
    [InlineData("2022-04-01", "Everybody: SelfMonitoring -, 11/04 without, FFP2 11/04")]
    [InlineData("2022-09-09", "Everybody: SelfMonitoring -, 19/09 without, FFP2 19/09")]
    [InlineData("2023-01-05", "Everybody: SelfMonitoring -, 10/01 without, FFP2 10/01")]
    [InlineData("2023-09-08", "Everybody: None -, - without")]
    public void Contact_LastContact_IsMeasuredAsTheSourceSays(string lastContact, string expected)
    {
        var day = DateOnly.Parse(lastContact, CultureInfo.InvariantCulture);

        var dates = new CaseMeasures(_timeline.InForceOn(day), null, null, day).For(day);

        Assert.Equal(expected, string.Join("; ", dates.Select(d =>
            $"{d.Rule.Group}: {d.Rule.Kind} {Say(d.WithTest)}, {Say(d.WithoutTest)} without{(d.Ffp2Until is { } ffp2 ? $", FFP2 {Say(ffp2)}" : "")}")));
    }

    [Fact]
    public void Contact_OverTheEndOfAMonthOfALeapYear_CountsCalendarDays() => Assert.Equal(
        new DateOnly(2024, 3, 5),
        new ContactMeasure(PersonGroup.Everybody, MeasureKind.Quarantine, null, 14, null).DatesFrom(new DateOnly(2024, 2, 20)).WithoutTest);

    private static CaseMeasures MeasuresOf(DateOnly? onset, DateOnly swab) => new(_timeline.InForceOn(swab), onset, swab, swab);

    private static string NumberIn(string source) => source[(source.IndexOf("n. ", StringComparison.Ordinal) + 3)..].Split(' ')[0];

    private static string Say(DateOnly? day) => day?.ToString("dd/MM", CultureInfo.InvariantCulture) ?? "-";

    private static string Say(IEnumerable<IsolationDates> isolation) => string.Join("; ", isolation.Select(dates =>
    {
        var end = dates.Earliest is { } day ? $" {Say(day)}" : "";
        var test = dates.Rule.NegativeTest ? " test" : "";
        var latest = dates.Latest is { } last ? $", at most {Say(last)}" : "";
        return $"{dates.Rule.Group}:{(dates.Rule.IsRequired ? end + test + latest : " none")}";
    }));
}
