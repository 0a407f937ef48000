namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>The search for personal data must be able to find some: seen to fail, it may be trusted when it does not.</summary>
public sealed class TracesTests
{
    private readonly Traces _traces = new();

    public TracesTests() => _traces.Remember("Brambilla", "Giulia Ferrario", "BRMGLI09C71F205U", "333 1234567");

    [Theory]
    [InlineData("info: case 7 of BRAMBILLA saved")]
    [InlineData("http://localhost/casi?cerca=brambilla")]
    [InlineData("http://localhost/casi?cerca=Giulia%20Ferrario")]
    [InlineData("http://localhost/casi?cerca=Giulia+Ferrario")]
    [InlineData("{\"code\":\"brmgli09c71f205u\"}")]
    [InlineData("tel=333+1234567")]
    public void In_ATextThatHoldsPersonalData_FindsIt(string text) => Assert.Single(_traces.In(text));

    [Theory]
    [InlineData("Now listening on: http://localhost:41234")]
    [InlineData("http://localhost/casi/7/contatti")]
    [InlineData("BRMGLI09C71F205UX is another word")]
    public void In_AnOrdinaryText_FindsNothing(string text) => Assert.Empty(_traces.In(text));
}
