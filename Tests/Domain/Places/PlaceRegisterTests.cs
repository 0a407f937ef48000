using System.Diagnostics;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Tests.Domain.Places;

public sealed class PlaceRegisterTests
{
    private static readonly PlaceRegister _register = LoadedPlaces.Register;

    [Fact]
    public void Municipalities_AsShipped_AreWholeAndWellFormed()
    {
        Assert.Equal(7894, _register.Municipalities.Count);
        Assert.All(_register.Municipalities, municipality =>
        {
            Assert.Matches("^[A-M][0-9]{3}$", municipality.Code);
            Assert.Matches("^[A-Z]{2}$", municipality.Province);
            Assert.Matches("^[0-9]{5}$", municipality.PostalCode);
            Assert.InRange(municipality.Latitude, 35.4, 47.1);
            Assert.InRange(municipality.Longitude, 6.6, 18.6);
            Assert.True(municipality.Label.Length <= PlaceRegister.LongestSearchText);
        });
    }

    [Fact]
    public void Municipalities_OfTheTerritory_AreTheKnownNumbers()
    {
        Assert.Equal(133, _register.Municipalities.Count(municipality => municipality.Territory == Territory.Milano));
        Assert.Equal(60, _register.Municipalities.Count(municipality => municipality.Territory == Territory.Lodi));
        Assert.Null(Named("H501").Territory);
    }

    [Fact]
    public void Municipalities_Order_IsMilanoLodiTerritoryItaly()
    {
        var all = _register.Municipalities;

        Assert.Equal(["Milano (MI)", "Lodi (LO)"], all.Take(2).Select(municipality => municipality.Label));
        Assert.Equal("Abbadia Cerreto (LO)", all[2].Label);
        Assert.Equal("Abbiategrasso (MI)", all[3].Label);
        Assert.All(all.Take(193), municipality => Assert.NotNull(municipality.Territory));
        Assert.All(all.Skip(193), municipality => Assert.Null(municipality.Territory));
        AssertAlphabetical(all.Skip(2).Take(191));
        AssertAlphabetical(all.Skip(193));
    }

    [Fact]
    public void Labels_OfHomonyms_AreAllDistinct()
    {
        var homonyms = _register.Municipalities
            .GroupBy(municipality => municipality.Name)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

        Assert.Equal(["Castro", "Livo", "Peglio", "Samone", "San Teodoro"], homonyms.Order());
        Assert.Equal(7894, _register.Municipalities.Select(municipality => municipality.Label).Distinct().Count());
    }

    [Theory]
    [InlineData("A811", "Bertonico (LO)", "26821")]
    [InlineData("i690", "Sesto San Giovanni (MI)", "20099")]
    [InlineData(" E648 ", "Lodi (LO)", "26900")]
    public void FindByCode_KnownCode_GivesTheComune(string code, string label, string postalCode)
    {
        var municipality = Named(code);

        Assert.Equal((label, postalCode), (municipality.Label, municipality.PostalCode));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Z100")]
    [InlineData("L768")] // suppressed
    [InlineData("M999")]
    public void FindByCode_NoComuneOfToday_IsNull(string? code) => Assert.Null(_register.FindByCode(code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Search_NoText_GivesTheHeadOfTheList(string? typed) =>
        Assert.Equal(_register.Municipalities.Take(10), _register.Search(typed, 10));

    [Theory]
    [InlineData("mil", "Milano (MI)")]
    [InlineData("LODI", "Lodi (LO)")]
    [InlineData("lo", "Lodi (LO)")]
    [InlineData("sant'angelo lod", "Sant'Angelo Lodigiano (LO)")]
    [InlineData("santangelo lod", "Sant'Angelo Lodigiano (LO)")]
    [InlineData("sant’angelo lod", "Sant'Angelo Lodigiano (LO)")]
    [InlineData("cantu", "Cantù (CO)")]
    [InlineData("CANTÙ", "Cantù (CO)")]
    [InlineData("giovanni", "Borgo San Giovanni (LO)")] // a later word, the territory first
    [InlineData("Castro (BG)", "Castro (BG)")]
    [InlineData("castro le", "Castro (LE)")]
    [InlineData("f205", "Milano (MI)")]
    public void Search_Typed_PutsTheRightOneFirst(string typed, string expected) =>
        Assert.Equal(expected, _register.Search(typed, 5)[0].Label);

    [Fact]
    public void Search_PrefixAndLaterWord_ComeInThisOrderEachInListOrder()
    {
        var found = _register.Search("lodi", 50).Select(municipality => municipality.Label).ToArray();

        Assert.Equal(["Lodi (LO)", "Lodi Vecchio (LO)", "Lodine (NU)"], found.Take(3));
        Assert.Contains("Tavazzano con Villavesco (LO)", _register.Search("villav", 50).Select(municipality => municipality.Label));
        Assert.All(found.Skip(3), label => Assert.Contains(" lodi", label, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(found.Length, found.Distinct().Count());
    }

    [Fact]
    public void Search_Homonym_OffersBoth() =>
        Assert.Equal(["Castro (BG)", "Castro (LE)"], _register.Search("castro", 2).Select(municipality => municipality.Label));

    [Fact]
    public void Search_Limit_IsKept()
    {
        Assert.Single(_register.Search("san", 1));
        Assert.Equal(20, _register.Search("san", 20).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => _register.Search("san", 0));
    }

    [Fact]
    public void Search_TerritoryOnly_LeavesOutTheRest()
    {
        Assert.Equal(193, _register.Search("", 10_000, ofTerritoryOnly: true).Count);
        Assert.All(_register.Search("san", 500, ofTerritoryOnly: true), municipality => Assert.NotNull(municipality.Territory));
        Assert.Empty(_register.Search("castro (", 5, ofTerritoryOnly: true));
        Assert.Empty(_register.Search("H501", 5, ofTerritoryOnly: true));
        Assert.Equal("Lodi (LO)", Assert.Single(_register.Search("E648", 5, ofTerritoryOnly: true)).Label);
    }

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("?!")]
    [InlineData("😀")]
    [InlineData("12345")]
    public void Search_Nonsense_IsEmpty(string typed) => Assert.Empty(_register.Search(typed, 5));

    [Fact]
    public void Search_ThirtyThousandCharacters_IsEmpty() => Assert.Empty(_register.Search(new string('a', 30_000), 5));

    [Theory]
    [InlineData("Milano", "F205")]
    [InlineData("MILANO (MI)", "F205")]
    [InlineData(" milano ", "F205")]
    [InlineData("milano mi", "F205")]
    [InlineData("F205", "F205")]
    [InlineData("f205", "F205")]
    [InlineData("Cantu'", "B639")]
    [InlineData("BERTONICO (LO)", "A811")]
    [InlineData("Castro (BG)", "C337")]
    [InlineData("Castro (LE)", "M261")]
    public void Resolve_NameLabelOrCode_GivesTheComune(string text, string code) =>
        Assert.Equal(code, _register.Resolve(text)?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Castro")] // two of them
    [InlineData("samone")]
    [InlineData("Milano (LO)")]
    [InlineData("Mil")]
    [InlineData("Parigi")]
    [InlineData("Z100")]
    public void Resolve_NothingOrAmbiguous_IsNull(string? text) => Assert.Null(_register.Resolve(text));

    [Fact]
    public void Resolve_EveryLabel_GivesItsOwnComune() =>
        Assert.All(_register.Municipalities, municipality => Assert.Same(municipality, _register.Resolve(municipality.Label)));

    [Fact]
    public void Load_Again_IsQuick()
    {
        _ = LoadedPlaces.Register;
        var watch = Stopwatch.StartNew();

        _ = PlaceRegister.Load();

        // Measured at 60 ms cold; the bound leaves room for a busy machine.
        Assert.True(watch.ElapsedMilliseconds < 1000, $"{watch.ElapsedMilliseconds} ms");
    }

    private static void AssertAlphabetical(IEnumerable<Municipality> municipalities)
    {
        var keys = municipalities.Select(municipality => LatinLetters.SearchKey(municipality.Name)).ToArray();

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    private static Municipality Named(string code)
    {
        var municipality = _register.FindByCode(code);
        Assert.NotNull(municipality);
        return municipality;
    }
}
