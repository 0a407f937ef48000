using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Tests.Domain.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Fo", "FOX")]
    [InlineData("Re", "REX")]
    [InlineData("Aia", "AIA")]
    [InlineData("Ng", "NGX")]
    [InlineData("D'Angelo", "DNG")]
    [InlineData("d’angelo", "DNG")]
    [InlineData("De' Paoli", "DPL")]
    [InlineData("Rossi-Bernardi", "RSS")]
    [InlineData("Xu", "XUX")]
    [InlineData("Yi", "YIX")]
    [InlineData("Kwy", "KWY")]
    [InlineData("Öß", "SSO")]
    [InlineData("Betaña", "BTN")]
    [InlineData("O", "OXX")]
    [InlineData("Müller", "MLL")]
    [InlineData("Kö", "KOE")]
    public void SurnameGroup_EachRule_GivesThreeLetters(string surname, string expected) =>
        Assert.Equal(expected, PersonName.SurnameGroup(surname));

    [Theory]
    [InlineData("Alessandro", "LSN")]
    [InlineData("Gabriele", "GRL")]
    [InlineData("Christian", "CRS")]
    [InlineData("Marco", "MRC")]
    [InlineData("Roberto", "RRT")]
    [InlineData("Anna Paola", "NPL")]
    [InlineData("Maria", "MRA")]
    [InlineData("Ugo", "GUO")]
    [InlineData("Na", "NAX")]
    [InlineData("Aia", "AIA")]
    [InlineData("Ü", "UEX")]
    [InlineData("Jürgen", "JGN")]
    [InlineData("Youssef", "YSF")]
    public void GivenNameGroup_EachRule_GivesThreeLetters(string name, string expected) =>
        Assert.Equal(expected, PersonName.GivenNameGroup(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" -' ")]
    [InlineData("Иванов")]
    [InlineData("123")]
    public void Groups_NoLatinLetter_AreNull(string? text)
    {
        Assert.Null(PersonName.SurnameGroup(text));
        Assert.Null(PersonName.GivenNameGroup(text));
    }

    [Theory]
    [InlineData("D'Angelò-Müller", "DANGELO MUELLER")]
    [InlineData("  De   Rossi ", "DE ROSSI")]
    [InlineData("-Anna--Sofia-", "ANNA SOFIA")]
    [InlineData("Łukasiewicz Đorđe", "LUKASIEWICZ DORDE")]
    [InlineData("Ærø Œuvre Straße", "AERO OEUVRE STRASSE")]
    [InlineData("Çelik Žáç Ñandú Škoda", "CELIK ZAC NANDU SKODA")]
    [InlineData("Angelo\u0300 Mu\u0308ller", "ANGELO MUELLER")] // decomposed, as a Mac pastes it
    [InlineData("Rossi 😀 Bianchi", "ROSSI BIANCHI")]
    [InlineData("Ros\u0000si", "ROS SI")]
    [InlineData("Ros\u200Bsi", "ROSSI")] // zero-width space
    [InlineData("Rossi\uD83D", "ROSSI")] // half an emoji
    [InlineData("Nguyễn Thị", "NGUYEN THI")]
    [InlineData("Işık İpek", "ISIK IPEK")]
    [InlineData("Иванов", "")]
    [InlineData(null, "")]
    public void SearchKey_AnyWriting_GivesWordsOfLatinCapitals(string? name, string expected) =>
        Assert.Equal(expected, LatinLetters.SearchKey(name));

    [Fact]
    public void SearchKey_OfAKey_IsTheSameKey()
    {
        var key = LatinLetters.SearchKey("D'Angelò-Müller");

        Assert.Equal(key, LatinLetters.SearchKey(key));
    }

    [Theory]
    [InlineData("D'Angelò-Müller", "DANGELOMUELLER")]
    [InlineData("ä æ ö œ ü ß ẞ", "AEAEOEOEUESSSS")]
    [InlineData("ÀÇČËÏŠŽÑØÅŁĐ", "ACCEISZNOALD")]
    public void Only_OfficialTable_GivesLettersAlone(string text, string expected) =>
        Assert.Equal(expected, LatinLetters.Only(text));
}
