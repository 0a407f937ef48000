using System.Text;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Infrastructure;
using CovidSchoolReporting.Infrastructure.Epidemic;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Epidemic;

public sealed class EpidemicImportTests : IAsyncLifetime
{
    private const string Header = "data,mi_totale_casi,mi_nuovi_casi,mi_media_mobile_7g,lo_totale_casi,lo_nuovi_casi,lo_media_mobile_7g\n";

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Curve_OfBothProvinces_IsSummedForWhoSeesBoth()
    {
        var outcome = await ImportCurveAsync("2020-11-02,26407,114,108.4,3700,-1,3.3\n2020-11-03,26496,89,106.6,3701,2,2.7\n");

        Assert.Equal((2, 0), (outcome.Saved, outcome.Errors.Count));
        Assert.Equal([113, 91], await OfficialAsync(SimulatedEpidemic.OfBoth));
        Assert.Equal([-1, 2], await OfficialAsync(SimulatedEpidemic.OfLodi));
    }

    [Fact]
    public async Task Curve_Again_PutsRightAndAddsNothingTwice()
    {
        await ImportCurveAsync("2020-11-02,0,114,0,0,1,0\n");
        await ImportCurveAsync("2020-11-02,0,120,0,0,1,0\n2020-11-03,0,5,0,0,5,0\n");

        Assert.Equal([121, 10], await OfficialAsync(SimulatedEpidemic.OfBoth));
    }

    [Fact]
    public async Task Curve_RowsWithFaults_AreListedAndTheOthersKept()
    {
        var outcome = await ImportCurveAsync(
            "2020-11-02,0,114,0,0,1,0\n02/11/2020,0,1,0,0,1,0\n2020-11-03,0,molti,0,0,1,0\n2020-11-02,0,7,0,0,7,0\n2020-11-04,0,9999999,0,0,1,0\n");

        Assert.Equal(
            ["line 3: '02/11/2020' is not a day (yyyy-MM-dd)", "line 4: 'molti' in the column 'mi_nuovi_casi' is not a number of cases",
                "line 5: the day 2020-11-02 stands in the file twice", "line 6: '9999999' in the column 'mi_nuovi_casi' is not a number of cases"],
            outcome.Errors);
        Assert.Equal([115], await OfficialAsync(SimulatedEpidemic.OfBoth));
    }

    [Fact]
    public async Task Curve_AnotherLayout_IsRefusedWhole()
    {
        var outcome = await _portal.Get<CurveImport>().ImportAsync(new StringReader("data,nuovi\n2020-11-02,3\n"));

        Assert.Equal((0, "line 1: the column 'mi_nuovi_casi' is missing"), (outcome.Saved, Assert.Single(outcome.Errors)));
    }

    [Fact]
    public async Task Geometry_PolygonsOfTheTerritory_AreDrawnForWhoseTheyAre()
    {
        var outcome = await ImportGeometryAsync($$"""
            {"type":"FeatureCollection","features":[{{Feature("F205", "Polygon", "[[[9.1,45.4],[9.2,45.4],[9.2,45.5],[9.1,45.4]]]")}},
            {{Feature("E648", "MultiPolygon", "[[[[9.5,45.3],[9.6,45.3],[9.6,45.2],[9.5,45.3]]],[[[9.4,45.3],[9.45,45.3],[9.45,45.2],[9.4,45.3]]]]")}} ]}
            """);

        Assert.Equal((2, 0), (outcome.Saved, outcome.Errors.Count));
        var ofLodi = Assert.Single(await _portal.Get<IEpidemicQueries>().ShapesAsync(SimulatedEpidemic.OfLodi, CancellationToken.None));
        Assert.Equal(("E648", 2), (ofLodi.Code, ofLodi.Path.Count(sign => sign == 'Z')));
        Assert.Equal(2, (await _portal.Get<IEpidemicQueries>().ShapesAsync(SimulatedEpidemic.OfBoth, CancellationToken.None)).Count);
    }

    [Theory]
    [InlineData("""{"type":"Feature","properties":{},"geometry":null}""", "feature 1: the property 'codice_catastale' is missing")]
    [InlineData("""{"type":"Feature","properties":{"codice_catastale":"H501"}}""", "feature 1: 'H501' is not a comune of the provinces of Milano and Lodi")]
    [InlineData("""{"type":"Feature","properties":{"codice_catastale":"F205"},"geometry":{"type":"Point","coordinates":[9,45]}}""", "feature 1: Milano (MI) has no polygon of at least four places")]
    [InlineData("""{"type":"Feature","properties":{"codice_catastale":"F205"},"geometry":{"type":"Polygon","coordinates":[[[9,45],[9,45]]]}}""", "feature 1: Milano (MI) has no polygon of at least four places")]
    [InlineData("""{"type":"Feature","properties":{"codice_catastale":"F205"},"geometry":{"type":"Polygon","coordinates":[[["a",45],[9,45],[9,45],[9,45]]]}}""", "feature 1: Milano (MI) has no polygon of at least four places")]
    [InlineData("""{"type":"Feature","properties":{"codice_catastale":"F205"},"geometry":{"type":"Polygon","coordinates":[[[45.4,9.1],[45.4,9.2],[45.5,9.2],[45.4,9.1]]]}}""", "feature 1: Milano (MI) lies outside the map: the coordinates must be degrees (WGS 84), longitude first")]
    [InlineData("42", "feature 1: the property 'codice_catastale' is missing")]
    public async Task Geometry_FeatureWithAFault_IsListed(string feature, string expected)
    {
        var outcome = await ImportGeometryAsync("{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}");

        Assert.Equal((0, expected), (outcome.Saved, Assert.Single(outcome.Errors)));
    }

    [Theory]
    [InlineData("not json", "the file is not JSON")]
    [InlineData("[]", "the file is not a GeoJSON collection of features")]
    [InlineData("{\"features\":7}", "the file is not a GeoJSON collection of features")]
    public async Task Geometry_AnotherFile_IsRefused(string file, string expected) =>
        Assert.Equal(expected, Assert.Single((await ImportGeometryAsync(file)).Errors));

    [Fact]
    public async Task Geometry_FileBeyondTheLimit_IsNotRead()
    {
        await using var file = new MemoryStream();
        file.SetLength(GeometryImport.LongestFile + 1);

        Assert.Equal("the file is longer than 16 MB: simplify the shapes", Assert.Single((await _portal.Get<GeometryImport>().ImportAsync(file)).Errors));
    }

    private static string Feature(string code, string type, string coordinates) =>
        $$$"""{"type":"Feature","properties":{"codice_catastale":"{{{code}}}"},"geometry":{"type":"{{{type}}}","coordinates":{{{coordinates}}}}}""";

    private Task<ImportOutcome> ImportCurveAsync(string rows) => _portal.Get<CurveImport>().ImportAsync(new StringReader(Header + rows));

    private async Task<ImportOutcome> ImportGeometryAsync(string json)
    {
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await _portal.Get<GeometryImport>().ImportAsync(file);
    }

    private async Task<IEnumerable<int>> OfficialAsync(Actor actor) =>
        (await _portal.Get<IEpidemicQueries>().ReadAsync(actor, new EpidemicFilter(new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 8)), CancellationToken.None))
            .Official.Select(count => count.Cases);
}
