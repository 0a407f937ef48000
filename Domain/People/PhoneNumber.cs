using System.Text;

namespace CovidSchoolReporting.Domain.People;

/// <summary>Why a text is no telephone number.</summary>
public enum PhoneNumberFault
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>A letter or another sign that no number has.</summary>
    WrongCharacters,

    /// <summary>Fewer than six digits.</summary>
    TooShort,

    /// <summary>More than fifteen digits, the country code counted (ITU-T E.164).</summary>
    TooLong,
}

/// <summary>
/// A telephone number that can be dialled. Without a country code it is Italian. Spaces, dots, dashes, slashes and
/// brackets may stand anywhere: <c>+39 02 1234567</c>, <c>02/1234567</c>, <c>333 123 45 67</c>, <c>0039…</c>.
/// </summary>
public sealed record PhoneNumber
{
    /// <summary>Characters of the longest normalised number: the plus and fifteen digits.</summary>
    public const int MaxLength = 16;

    /// <summary>Characters that a text box accepts, separators included.</summary>
    public const int MaxTypedLength = 30;

    private const int FewestDigits = 6;
    private const int MostDigits = 15;
    private const int LongestItalianNumber = 11;
    private const string Italy = "39";

    private PhoneNumber(string normalised) => Normalised = normalised;

    /// <summary>Plus, country code and number, digits only (+39021234567): Italian landlines keep their zero.</summary>
    public string Normalised { get; }

    public bool IsItalian => Normalised.StartsWith("+" + Italy, StringComparison.Ordinal);

    /// <summary>
    /// How screens write it: Italian numbers without the country code and with the area code apart (02 1234567,
    /// 333 1234567), foreign ones as <see cref="Normalised"/>.
    /// </summary>
    public string Display
    {
        get
        {
            if (!IsItalian)
            {
                return Normalised;
            }

            var number = Normalised[3..];
            var prefix = PrefixLength(number);
            return $"{number[..prefix]} {number[prefix..]}";
        }
    }

    /// <summary>Reads what a person typed.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="fault">Why there is no number; null when there is one.</param>
    /// <returns>The number, or null with its <paramref name="fault"/>.</returns>
    public static PhoneNumber? TryParse(string? text, out PhoneNumberFault? fault)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length == 0)
        {
            fault = PhoneNumberFault.Missing;
            return null;
        }

        var (country, number) = Digits(typed) is { Length: > 0 } digits ? Split(typed, digits) : default;
        if (number is null)
        {
            fault = PhoneNumberFault.WrongCharacters;
            return null;
        }

        fault = number.Length < FewestDigits ? PhoneNumberFault.TooShort
            : country.Length + number.Length > MostDigits ? PhoneNumberFault.TooLong
            : null;
        return fault is null ? new PhoneNumber($"+{country}{number}") : null;
    }

    /// <summary>A number in a log would be personal data.</summary>
    public override string ToString() => "PhoneNumber";

    private static string? Digits(string typed)
    {
        var digits = new StringBuilder(typed.Length);
        for (var place = 0; place < typed.Length; place++)
        {
            var character = typed[place];
            if (char.IsAsciiDigit(character))
            {
                digits.Append(character);
            }
            else if (!char.IsWhiteSpace(character) && !".-–/()".Contains(character, StringComparison.Ordinal)
                && !(character == '+' && place == 0))
            {
                return null;
            }
        }

        return digits.ToString();
    }

    // A foreign country code cannot be told from the number without the list of all: country stays empty there.
    // No country code begins with 0: then there is no number.
    private static (string Country, string? Number) Split(string typed, string digits)
    {
        var international = typed[0] == '+' ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : null;
        if (international is not null)
        {
            return international.StartsWith(Italy, StringComparison.Ordinal)
                ? (Italy, international[Italy.Length..])
                : ("", international.StartsWith('0') ? null : international);
        }

        // Address books write 393331234567 without the plus: no Italian number is so long.
        return digits.Length > LongestItalianNumber && digits.StartsWith(Italy, StringComparison.Ordinal)
            ? (Italy, digits[Italy.Length..])
            : (Italy, digits);
    }

    // Area codes: 02 and 06; three digits when the third is 0, 1, 5 or 9 (015, 031, 049); four otherwise (0371).
    private static int PrefixLength(string number) => number switch
    {
        ['0', '2' or '6', ..] => 2,
        ['0', _, '0' or '1' or '5' or '9', ..] => 3,
        ['0', ..] => 4,
        _ => 3,
    };
}
