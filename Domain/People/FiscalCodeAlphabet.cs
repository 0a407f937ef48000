namespace CovidSchoolReporting.Domain.People;

/// <summary>The tables of D.M. Finanze 23/12/1976 n. 13813: check characters, omocodia, months.</summary>
internal static class FiscalCodeAlphabet
{
    public const int PersonalLength = 16;
    public const int ProvisionalLength = 11;

    private const string OmocodiaLetters = "LMNPQRSTUV";
    private const string MonthLetters = "ABCDEHLMPRST";

    // Value of a character in an odd place (first, third...): a digit counts as the letter of its rank.
    private static readonly int[] _oddValues =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>The places that hold a digit, or the letter that stands for one where two people shared a code.</summary>
    public static ReadOnlySpan<int> NumericPlaces => [6, 7, 9, 10, 12, 13, 14];

    /// <summary>Month 1-12, or 0 for a letter that is no month.</summary>
    public static int MonthOf(char letter) => MonthLetters.IndexOf(letter, StringComparison.Ordinal) + 1;

    /// <param name="month">1-12.</param>
    public static char LetterOf(int month) => MonthLetters[month - 1];

    public static bool IsDigitOrSubstitute(char character) =>
        char.IsAsciiDigit(character) || OmocodiaLetters.Contains(character, StringComparison.Ordinal);

    /// <summary>The check letter of the first fifteen characters.</summary>
    public static char CheckLetter(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var place = 0; place < PersonalLength - 1; place++)
        {
            var rank = char.IsAsciiDigit(code[place]) ? code[place] - '0' : code[place] - 'A';
            sum += place % 2 == 0 ? _oddValues[rank] : rank;
        }

        return (char)('A' + (sum % 26));
    }

    /// <summary>The code as it was before omocodia: digits back in their places and the check letter they had.</summary>
    public static string WithoutOmocodia(string code)
    {
        var characters = code.ToCharArray();
        foreach (var place in NumericPlaces)
        {
            var digit = OmocodiaLetters.IndexOf(characters[place], StringComparison.Ordinal);
            if (digit >= 0)
            {
                characters[place] = (char)('0' + digit);
            }
        }

        characters[^1] = CheckLetter(characters);
        return new string(characters);
    }

    /// <summary>Whether the eleventh digit of a provisional code agrees with the ten before it.</summary>
    public static bool HasProvisionalCheck(string digits)
    {
        var sum = 0;
        for (var place = 0; place < ProvisionalLength - 1; place++)
        {
            var digit = digits[place] - '0';
            var doubled = digit * 2;
            sum += place % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }

        return (10 - (sum % 10)) % 10 == digits[^1] - '0';
    }
}
