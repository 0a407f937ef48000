using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Tests.Domain.Places;

public sealed class BirthPlaceTests
{
    [Theory]
    [InlineData("F205", "Milano (MI)", BirthPlaceKind.Municipality)]
    [InlineData("f205", "Milano (MI)", BirthPlaceKind.Municipality)]
    [InlineData("M439", "Castegnero Nanto (VI)", BirthPlaceKind.Municipality)] // newer than the table of periods
    [InlineData("L768", "Vermezzo (MI)", BirthPlaceKind.FormerMunicipality)]
    [InlineData("E608", "Lirio (PV)", BirthPlaceKind.FormerMunicipality)] // suppressed, day not known
    [InlineData("Z100", "Albania", BirthPlaceKind.ForeignState)]
    [InlineData("Z105", "Cecoslovacchia", BirthPlaceKind.ForeignState)]
    [InlineData("Z106", "Stato della Città del Vaticano", BirthPlaceKind.ForeignState)] // mended encoding
    [InlineData("F298", "Mollières (TO)", BirthPlaceKind.FormerMunicipality)]
    public void FindBirthPlace_KnownCode_GivesThePlace(string code, string label, BirthPlaceKind kind)
    {
        var lookup = LoadedPlaces.Register.FindBirthPlace(code, bornOn: null);

        Assert.Equal(BirthPlaceStatus.Valid, lookup.Status);
        Assert.Equal((label, kind), (lookup.Place?.Label, lookup.Place?.Kind));
    }

    [Theory]
    [InlineData("Z999")]
    [InlineData("M999")]
    [InlineData("")]
    [InlineData("Milano")]
    public void FindBirthPlace_UnknownCode_SaysSo(string code) =>
        Assert.Equal(
            new BirthPlaceLookup(BirthPlaceStatus.Unknown, null),
            LoadedPlaces.Register.FindBirthPlace(code, new DateOnly(2000, 1, 1)));

    [Theory]
    [InlineData("L768", "2018-12-31", BirthPlaceStatus.Valid)]
    [InlineData("L768", "2019-06-01", BirthPlaceStatus.NotValidThen)]
    [InlineData("Z105", "1980-08-20", BirthPlaceStatus.Valid)]
    [InlineData("Z105", "1999-01-01", BirthPlaceStatus.NotValidThen)]
    [InlineData("Z100", "1900-01-01", BirthPlaceStatus.Valid)]
    [InlineData("F205", "2020-01-01", BirthPlaceStatus.Valid)]
    [InlineData("M424", "2020-01-01", BirthPlaceStatus.Valid)] // Vermezzo con Zelo, since February 2019
    [InlineData("M424", "2018-12-31", BirthPlaceStatus.NotValidThen)]
    [InlineData("M439", "2026-03-01", BirthPlaceStatus.Valid)]
    public void FindBirthPlace_BornOn_TellsWhetherThePlaceWasThere(string code, string day, BirthPlaceStatus expected)
    {
        var lookup = LoadedPlaces.Register.FindBirthPlace(code, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, lookup.Status);
        Assert.NotNull(lookup.Place);
    }

    [Fact]
    public void ExistedOn_BothEnds_AreIncluded()
    {
        var place = new BirthPlace(
            "A000", "Prova", "MI", BirthPlaceKind.FormerMunicipality, new DateOnly(1900, 1, 1), new DateOnly(1950, 12, 31));

        Assert.False(place.ExistedOn(new DateOnly(1899, 12, 31)));
        Assert.True(place.ExistedOn(new DateOnly(1900, 1, 1)));
        Assert.True(place.ExistedOn(new DateOnly(1950, 12, 31)));
        Assert.False(place.ExistedOn(new DateOnly(1951, 1, 1)));
    }
}
