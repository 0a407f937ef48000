using CovidSchoolReporting.App.Localization;

namespace CovidSchoolReporting.Tests.Localization;

public sealed class LanguageEndpointTests
{
    [Fact]
    public void Address_WithAQuery_EscapesTheReturnPath() =>
        Assert.Equal("/lingua?codice=en-GB&ritorno=%2Fcasi%3Fstato%3Daperti", LanguageEndpoint.Address(PortalCultures.English, "/casi?stato=aperti"));

    [Fact]
    public void Days_InEitherLanguage_AreWrittenTheSame()
    {
        Assert.Equal("01/03/2010", DayText.Of(new DateOnly(2010, 3, 1)));
        Assert.Equal("", DayText.Of(null));
        Assert.Equal("25/11/2020 10:30", DayText.OfInstant(new DateTime(2020, 11, 25, 9, 30, 0, DateTimeKind.Utc)));
    }
}
