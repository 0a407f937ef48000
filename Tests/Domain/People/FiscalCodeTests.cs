using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Tests.Domain.People;

public sealed class FiscalCodeTests
{
    private const string Girl = "BRMGLI09C71F205U";
    private const string CheckedLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly int[] _numericPlaces = [6, 7, 9, 10, 12, 13, 14];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData(" - - ")]
    public void TryParse_Nothing_IsMissing(string? text)
    {
        Assert.Null(FiscalCode.TryParse(text, out var fault));
        Assert.Equal(FiscalCodeFault.Missing, fault);
    }

    [Theory]
    [InlineData("brmgli09c71f205u")]
    [InlineData("  BRM GLI 09C71 F205 U ")]
    [InlineData("brm-gli-09c71-f205u")]
    [InlineData("BRM\u00A0GLI\u201309C71\tF205U")]
    public void TryParse_LowerCaseSpacesHyphens_IsNormalised(string text)
    {
        Assert.Equal(Girl, FiscalCode.TryParse(text, out var fault)?.Value);
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("BRMGLI09C71F205", FiscalCodeFault.WrongLength)]
    [InlineData("BRMGLI09C71F205UU", FiscalCodeFault.WrongLength)]
    [InlineData("BRMGLI09C71", FiscalCodeFault.WrongLength)]
    [InlineData("1234567890", FiscalCodeFault.WrongLength)]
    [InlineData("BRMGL109C71F205U", FiscalCodeFault.WrongFormat)]
    [InlineData("BRMGLI0AC71F205U", FiscalCodeFault.WrongFormat)]
    [InlineData("BRMGLI09371F205U", FiscalCodeFault.WrongFormat)]
    [InlineData("BRMGLI09C71F2O5U", FiscalCodeFault.WrongFormat)]
    [InlineData("BRMGLI09C71F2051", FiscalCodeFault.WrongFormat)]
    [InlineData("BRMGLI09C71F20.U", FiscalCodeFault.WrongFormat)]
    [InlineData("BRMGLI09C71F20\u0665U", FiscalCodeFault.WrongFormat)]
    [InlineData("BRMGLÌ09C71F205U", FiscalCodeFault.WrongFormat)]
    [InlineData("ＢRMGLI09C71F205U", FiscalCodeFault.WrongFormat)]
    public void TryParse_WrongShape_SaysWhich(string text, FiscalCodeFault expected)
    {
        Assert.Null(FiscalCode.TryParse(text, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void TryParse_ThirtyThousandCharacters_IsWrongLength()
    {
        Assert.Null(FiscalCode.TryParse(new string('A', 30_000), out var fault));
        Assert.Equal(FiscalCodeFault.WrongLength, fault);
    }

    [Fact]
    public void TryParse_EachLetterAsMonth_AcceptsTheTwelve()
    {
        var accepted = CheckedLetters.Where(month => WithRightCheckLetter($"BRMGLI09{month}01F205") is not null);

        Assert.Equal("ABCDEHLMPRST", string.Concat(accepted));
    }

    [Fact]
    public void TryParse_EachDayOfJanuary_AcceptsBothSexes()
    {
        var accepted = Enumerable.Range(0, 100).Where(day => WithRightCheckLetter($"BRMGLI09A{day:00}F205") is not null);

        Assert.Equal([.. Enumerable.Range(1, 31), .. Enumerable.Range(41, 31)], accepted);
    }

    [Theory]
    [InlineData("BRMGLI09D31F205")] // 31 April
    [InlineData("BRMGLI09D71F205")] // 31 April, a woman
    [InlineData("BRMGLI08B30F205")] // 30 February
    [InlineData("BRMGLI09B29F205")] // 29 February of no leap year in either century
    [InlineData("BRMGLI09B69F205")]
    public void TryParse_DayThatTheMonthHasNot_IsImpossibleDate(string fifteen)
    {
        foreach (var letter in CheckedLetters)
        {
            Assert.Null(FiscalCode.TryParse(fifteen + letter, out var fault));
            Assert.Equal(FiscalCodeFault.ImpossibleDate, fault);
        }
    }

    [Theory]
    [InlineData("ABCGLI09C71F205")] // a vowel before a consonant
    [InlineData("BRMAGL09C71F205")]
    [InlineData("AXBGLI09C71F205")]
    public void TryParse_LettersThatNoNameGives_AreImpossible(string fifteen)
    {
        var faults = CheckedLetters.Select(letter => FaultOf(fifteen + letter)).ToArray();

        Assert.Single(faults, FiscalCodeFault.ImpossibleNameLetters);
        Assert.Equal(25, faults.Count(fault => fault == FiscalCodeFault.WrongCheckLetter));
    }

    [Theory]
    [InlineData(Girl)]
    [InlineData("CRCLSN75H05I690S")]
    [InlineData("BRMGLIL9C7MF2L5A")]
    public void TryParse_AnyOtherCheckLetter_IsRefused(string code)
    {
        foreach (var letter in CheckedLetters.Where(letter => letter != code[^1]))
        {
            Assert.Equal(FiscalCodeFault.WrongCheckLetter, FaultOf(code[..15] + letter));
        }
    }

    [Fact]
    public void TryParse_AnyOneCharacterMistyped_IsRefused()
    {
        var mistyped =
            from place in Enumerable.Range(0, 15)
            from character in CheckedLetters + "0123456789"
            where character != Girl[place]
            select Girl[..place] + character + Girl[(place + 1)..];

        Assert.All(mistyped, text => Assert.NotNull(FaultOf(text)));
    }

    [Theory]
    [InlineData(Girl)]
    [InlineData("CRCLSN75H05I690S")]
    [InlineData("MRNLCU00A01Z100P")]
    public void TryParse_Each127OmocodiaVariants_ComparesAsTheBaseCode(string plain)
    {
        var expected = FiscalCode.TryParse(plain, out _);
        Assert.NotNull(expected);
        var seen = new HashSet<string>();

        for (var subset = 1; subset < 128; subset++)
        {
            var variant = WithRightCheckLetter(Substituted(plain, subset));

            Assert.NotNull(variant);
            Assert.True(seen.Add(variant.Value));
            Assert.True(variant.IsOmocode);
            Assert.Equal(plain, variant.ComparisonKey);
            Assert.Equal(
                (expected.Sex, expected.BirthDay, expected.PlaceCode), (variant.Sex, variant.BirthDay, variant.PlaceCode));
        }

        Assert.Equal(127, seen.Count);
        Assert.False(expected.IsOmocode);
    }

    [Fact]
    public void TryParse_OmocodeWithTheBaseCheckLetter_IsRefused() =>
        Assert.Equal(FiscalCodeFault.WrongCheckLetter, FaultOf("BRMGLI09C71F20RU"));

    [Fact]
    public void TryParse_Provisional_TellsNothingOfThePerson()
    {
        var code = FiscalCode.TryParse("987 6543 2053", out var fault);

        Assert.Null(fault);
        Assert.NotNull(code);
        Assert.Equal((FiscalCodeKind.Provisional, "98765432053", "98765432053"), (code.Kind, code.Value, code.ComparisonKey));
        Assert.Equal((null, null, null, false), (code.Sex, code.BirthDay, code.PlaceCode, code.IsOmocode));
    }

    [Fact]
    public void TryParse_ProvisionalWithAnyDigitMistyped_IsRefused()
    {
        const string code = "98765432053";
        var mistyped =
            from place in Enumerable.Range(0, code.Length)
            from digit in "0123456789"
            where digit != code[place]
            select code[..place] + digit + code[(place + 1)..];

        Assert.All(mistyped, text => Assert.Equal(FiscalCodeFault.WrongProvisionalCheck, FaultOf(text)));
    }

    [Fact]
    public void TryParse_ElevenZeros_IsRefusedAlthoughTheCheckHolds() =>
        Assert.Equal(FiscalCodeFault.WrongFormat, FaultOf("00000000000"));

    [Theory]
    [InlineData("STP0301230001234", FiscalCodeKind.Stp)]
    [InlineData("stp 030 123 0001234", FiscalCodeKind.Stp)]
    [InlineData("ENI0301230004321", FiscalCodeKind.Eni)]
    public void TryParse_HealthCode_IsMarked(string text, FiscalCodeKind kind)
    {
        var code = FiscalCode.TryParse(text, out _);

        Assert.NotNull(code);
        Assert.Equal(kind, code.Kind);
        Assert.Equal((null, null, null), (code.Sex, code.BirthDay, code.PlaceCode));
    }

    [Theory]
    [InlineData("STP030123000123", FiscalCodeFault.WrongLength)]
    [InlineData("ENI03012300043211", FiscalCodeFault.WrongLength)]
    [InlineData("STP03012300O1234", FiscalCodeFault.WrongFormat)]
    [InlineData("ENIABC1230001234", FiscalCodeFault.WrongFormat)]
    [InlineData("ABC0301230001234", FiscalCodeFault.WrongFormat)]
    public void TryParse_DamagedHealthCode_SaysWhy(string text, FiscalCodeFault expected) =>
        Assert.Equal(expected, FaultOf(text));

    [Fact]
    public void TryParse_PersonWhoseSurnameGroupIsStp_IsAPerson() =>
        Assert.Equal(FiscalCodeKind.Personal, WithRightCheckLetter("STPMRA80A01F205")?.Kind);

    [Fact]
    public void ToString_OfACode_HoldsNothingOfIt() =>
        Assert.Equal("FiscalCode (Personal)", FiscalCode.TryParse(Girl, out _)?.ToString());

    [Fact]
    public void Equals_SameCodeTypedDifferently_IsEqual() =>
        Assert.Equal(FiscalCode.TryParse(Girl, out _), FiscalCode.TryParse("brm gli 09c71 f205u", out _));

    private static FiscalCodeFault? FaultOf(string text)
    {
        _ = FiscalCode.TryParse(text, out var fault);
        return fault;
    }

    // The letter is found by trying all: the tests do not repeat the table that they test.
    private static FiscalCode? WithRightCheckLetter(string fifteen) =>
        CheckedLetters.Select(letter => FiscalCode.TryParse(fifteen + letter, out _)).SingleOrDefault(code => code is not null);

    private static string Substituted(string plain, int subset)
    {
        var characters = plain[..15].ToCharArray();
        for (var rank = 0; rank < _numericPlaces.Length; rank++)
        {
            if ((subset & (1 << rank)) != 0)
            {
                var place = _numericPlaces[rank];
                characters[place] = "LMNPQRSTUV"[characters[place] - '0'];
            }
        }

        return new string(characters);
    }
}
