using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Tests.Domain.Places;

namespace CovidSchoolReporting.Tests.Domain.Epidemic;

public sealed class MapProjectionTests
{
    [Fact]
    public void Place_EveryComuneOfTheTerritory_LiesOnTheMap() => Assert.All(
        LoadedPlaces.Register.Municipalities.Where(place => place.Territory is not null),
        place =>
        {
            var (x, y) = MapProjection.Place(place.Latitude, place.Longitude);
            Assert.True(MapProjection.Contains(place.Latitude, place.Longitude), place.Label);
            Assert.InRange(x, 0, MapProjection.Width);
            Assert.InRange(y, 0, MapProjection.Height);
        });

    [Fact]
    public void Place_ADegreeEachWay_IsAsLongAsOnTheGround()
    {
        // At 45.35° north a degree of longitude is cos 45.35° = 0.703 of one of latitude.
        var (west, north) = MapProjection.Place(45.5, 9);
        var (east, south) = MapProjection.Place(45.4, 9.1);

        Assert.Equal(0.703, (east - west) / (south - north), 3);
    }

    [Fact]
    public void PathOf_Rings_AreClosedAndSkipWhatCannotBeSeen()
    {
        var path = MapProjection.PathOf([[(45.67, 8.68), (45.67, 8.680001), (45.57, 8.68), (45.57, 8.78)], [(45.5, 9), (45.4, 9), (45.4, 9.1)]]);

        Assert.StartsWith("M0 0L0 113.8L80 113.8Z", path, StringComparison.Ordinal);
        Assert.Equal(2, path.Count(sign => sign == 'Z'));
    }
}
