using CovidSchoolReporting.Domain.Matches;

namespace CovidSchoolReporting.Tests.Domain.Matches;

public sealed class MatchRulesTests
{
    private const string Mario = "RSSMRA10C01F205I";
    private const string Giulia = "BRMGLI09C71F205U";
    private const string Provisional = "12345678903";

    [Theory]
    [InlineData("Rossi", "Mario", "2010-03-01", Mario, "Rosi", "Maria", "2011-01-01", Mario, MatchGround.FiscalCode)]
    [InlineData("Rossi", "Mario", "2010-03-01", null, "ROSSI", "mario", "2010-03-01", null, MatchGround.NameAndBirthDate)]
    [InlineData("D'Angelò", "Müller", "2010-03-01", null, "Dangelo", "Mueller", "2010-03-01", Mario, MatchGround.NameAndBirthDate)]
    [InlineData("Rossi", "Mario", "2010-03-01", Mario, "Rossi", "Mario", "2010-03-01", Provisional, MatchGround.NameAndBirthDate)]
    [InlineData("Rossi", "Mario", "2010-03-01", null, "Rossi", "Mario", "2010-01-03", null, MatchGround.TransposedBirthDate)]
    [InlineData("Rossi", "Mario", "2010-03-01", null, "Mario", "Rossi", "2010-03-01", null, MatchGround.SwappedNames)]
    [InlineData("Brambilla", "Giulia", "2009-03-31", Giulia, "Brambila", "Giulia", "2009-03-31", null, MatchGround.TypingSlip)]
    [InlineData("Brambilla", "Giulia", "2009-03-31", null, "Barmbila", "Giulia", "2009-03-31", null, MatchGround.TypingSlip)]
    [InlineData("Fumagalli", "Tommaso", "2006-07-09", null, "Fumagalli", "Tomaso", "2006-07-09", null, MatchGround.TypingSlip)]
    [InlineData("Galli", "Aurora", "2014-08-01", null, "Glali", "Aurora", "2014-08-01", null, MatchGround.TypingSlip)]
    public void Compare_PeopleWhoMayBeOne_SaysWhy(
        string surname, string name, string born, string? code, string otherSurname, string otherName, string otherBorn, string? otherCode, MatchGround expected)
    {
        var (one, other) = (Person(surname, name, born, code), Person(otherSurname, otherName, otherBorn, otherCode));

        Assert.Equal(expected, MatchRules.Compare(one, other));
        Assert.Equal(expected, MatchRules.Compare(other, one));
    }

    [Theory]
    [InlineData("Rossi", "Mario", "2010-03-01", Mario, "Rossi", "Mario", "2010-03-01", Giulia)] // homonyms: two codes tell them apart
    [InlineData("Rossi", "Mario", "2010-03-01", null, "Rossi", "Maria", "2010-03-01", null)] // twins
    [InlineData("Rossi", "Daniele", "2010-03-01", null, "Rossi", "Daniela", "2010-03-01", null)] // twins
    [InlineData("Rossi", "Mario", "2010-03-01", null, "Rossi", "Luca", "2010-03-01", null)] // brothers
    [InlineData("Rossi", "Mario", "2010-03-01", null, "Rossi", "Mario", "2010-03-02", null)] // another day
    [InlineData("Rossi", "Mario", "2010-03-01", null, "Rossi", "Mario", "2011-01-03", null)] // another year
    [InlineData("Rossi", "Mario", "2010-03-14", null, "Rossi", "Mario", "2011-02-03", null)] // no month 14
    [InlineData("Rossi", "Mario", "2010-03-01", null, "Mario", "Rossi", "2010-01-03", null)] // two slips of two kinds
    [InlineData("Re", "Anna", "2010-03-01", null, "Ro", "Anna", "2010-03-01", null)] // too short to be a slip
    [InlineData("Conti", "Mario", "2010-03-01", null, "Corti", "Mara", "2010-03-01", null)] // too far apart in all
    [InlineData("Bianchi", "Luigi", "2010-03-01", null, "Branchia", "Luigi", "2010-03-01", null)] // two slips in a short name
    public void Compare_TwoPeople_SaysNothing(
        string surname, string name, string born, string? code, string otherSurname, string otherName, string otherBorn, string? otherCode)
    {
        var (one, other) = (Person(surname, name, born, code), Person(otherSurname, otherName, otherBorn, otherCode));

        Assert.Null(MatchRules.Compare(one, other));
        Assert.Null(MatchRules.Compare(other, one));
    }

    private static MatchPerson Person(string surname, string name, string born, string? code) =>
        MatchPerson.Of(surname, name, DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), code);
}
