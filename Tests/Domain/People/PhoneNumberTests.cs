using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Tests.Domain.People;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+39 02 1234567", "+39021234567", "02 1234567")]
    [InlineData("02/1234567", "+39021234567", "02 1234567")]
    [InlineData("0039 02 1234567", "+39021234567", "02 1234567")]
    [InlineData("+39 (02) 123-45.67", "+39021234567", "02 1234567")]
    [InlineData("06.1234567", "+39061234567", "06 1234567")]
    [InlineData("0371 123456", "+390371123456", "0371 123456")]
    [InlineData("039-1234567", "+390391234567", "039 1234567")]
    [InlineData("031 123456", "+39031123456", "031 123456")]
    [InlineData("333 123 45 67", "+393331234567", "333 1234567")]
    [InlineData("333.123.45.67", "+393331234567", "333 1234567")]
    [InlineData("00393331234567", "+393331234567", "333 1234567")]
    [InlineData("393331234567", "+393331234567", "333 1234567")] // as address books paste it
    [InlineData("391 1234567", "+393911234567", "391 1234567")] // a mobile prefix, no country code
    [InlineData("800 123456", "+39800123456", "800 123456")]
    [InlineData("123456", "+39123456", "123 456")]
    [InlineData("+41 79 123 45 67", "+41791234567", "+41791234567")]
    [InlineData("0041791234567", "+41791234567", "+41791234567")]
    [InlineData("+1 (212) 555-0100", "+12125550100", "+12125550100")]
    [InlineData(" \u00A0333 1234567 ", "+393331234567", "333 1234567")]
    [InlineData("+123456789012345", "+123456789012345", "+123456789012345")]
    public void TryParse_UsualWritings_GivesOneNumber(string text, string normalised, string display)
    {
        var number = PhoneNumber.TryParse(text, out var fault);

        Assert.Null(fault);
        Assert.NotNull(number);
        Assert.Equal((normalised, display), (number.Normalised, number.Display));
        Assert.True(number.Normalised.Length <= PhoneNumber.MaxLength);
    }

    [Theory]
    [InlineData(null, PhoneNumberFault.Missing)]
    [InlineData("  ", PhoneNumberFault.Missing)]
    [InlineData("telefono", PhoneNumberFault.WrongCharacters)]
    [InlineData("02 1234567 int. 3", PhoneNumberFault.WrongCharacters)]
    [InlineData("02 12345O7", PhoneNumberFault.WrongCharacters)]
    [InlineData("02+1234567", PhoneNumberFault.WrongCharacters)]
    [InlineData("++39021234567", PhoneNumberFault.WrongCharacters)]
    [InlineData("\u0663\u0663\u06631234567", PhoneNumberFault.WrongCharacters)] // Arabic-Indic digits
    [InlineData("+", PhoneNumberFault.WrongCharacters)]
    [InlineData("---", PhoneNumberFault.WrongCharacters)]
    [InlineData("+0 333 1234567", PhoneNumberFault.WrongCharacters)]
    [InlineData("112", PhoneNumberFault.TooShort)]
    [InlineData("12345", PhoneNumberFault.TooShort)]
    [InlineData("+39 12345", PhoneNumberFault.TooShort)]
    [InlineData("0039 12345", PhoneNumberFault.TooShort)]
    [InlineData("+1234567890123456", PhoneNumberFault.TooLong)]
    [InlineData("02/1234567 02/7654321", PhoneNumberFault.TooLong)]
    public void TryParse_NoNumber_SaysWhy(string? text, PhoneNumberFault expected)
    {
        Assert.Null(PhoneNumber.TryParse(text, out var fault));
        Assert.Equal(expected, fault);
    }

    [Theory]
    [InlineData("02/1234567")]
    [InlineData("333 1234567")]
    [InlineData("+41 79 123 45 67")]
    public void TryParse_OfWhatWasNormalisedOrShown_GivesTheSameNumber(string text)
    {
        var number = PhoneNumber.TryParse(text, out _);

        Assert.NotNull(number);
        Assert.Equal(number, PhoneNumber.TryParse(number.Normalised, out _));
        Assert.Equal(number, PhoneNumber.TryParse(number.Display, out _));
    }

    [Fact]
    public void ToString_OfANumber_HoldsNothingOfIt() =>
        Assert.Equal("PhoneNumber", PhoneNumber.TryParse("02/1234567", out _)?.ToString());
}
