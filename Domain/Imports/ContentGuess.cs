using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What a column may mean, by what most of its cells hold.</summary>
internal sealed class ContentGuess(DateOnly today, PlaceRegister places)
{
    /// <summary>Enough to judge by; more would only take time.</summary>
    private const int Sample = 200;

    private const double Most = 0.6;
    private const int FewestPhoneDigits = 8;
    private const int RecentDays = 60;

    private static readonly HashSet<string> _streets =
        ["VIA", "VIALE", "PIAZZA", "PZZA", "PIAZZALE", "PLE", "CORSO", "CSO", "LARGO", "VICOLO", "STRADA", "LOCALITA", "LOC", "CASCINA", "FRAZIONE", "ALZAIA", "BASTIONI"];

    /// <summary>The meaning that the cells have whatever the header says; null when they could be anything, names too.</summary>
    public ImportField? Certain(IEnumerable<string> cells)
    {
        var filled = Filled(cells);
        return filled.Count == 0 ? null
            : Holds(filled, IsFiscalCode) ? ImportField.FiscalCode
            : Holds(filled, text => Date(text) is not null)
                ? Holds(filled, text => Date(text) is { } day && day > today.AddDays(-RecentDays)) ? ImportField.LastContactDate : ImportField.BirthDate
            : Holds(filled, IsPhone) ? ImportField.Phone
            : null;
    }

    /// <summary>The meaning of a column without a header.</summary>
    public ImportField? Likely(IEnumerable<string> cells)
    {
        var filled = Filled(cells);
        if (filled.Count == 0)
        {
            return null;
        }

        return Certain(filled) ?? (
            filled.TrueForAll(text => RoleWords.Sex(text) is not null) ? ImportField.Sex
            : Holds(filled, text => RoleWords.Role(text) is not null) ? ImportField.Role
            : Holds(filled, ClassText.IsBoth) ? ImportField.ClassAndSection
            : filled.TrueForAll(text => ClassText.Class(text) is [>= '1' and <= '9']) && filled.Distinct().Count() <= 5 && filled.Count > 1 ? ImportField.ClassName
            : filled.TrueForAll(text => text is [var letter] && char.IsLetter(letter)) ? ImportField.Section
            : Holds(filled, text => _streets.Contains(LatinLetters.SearchKey(text).Split(' ')[0])) ? ImportField.Address
            : Holds(filled, text => places.Resolve(text) is not null) ? ImportField.Domicile
            : null);
    }

    /// <summary>Whether the cells could be names: letters only.</summary>
    public static bool CouldBeNames(IEnumerable<string> cells)
    {
        var filled = Filled(cells);
        return filled.Count > 0 && Holds(filled, text => text.Any(char.IsLetter) && text.All(c => char.IsLetter(c) || c is ' ' or '\'' or '’' or '-' or '.' or ',' or '`'));
    }

    /// <summary>Whether most cells hold more than one word.</summary>
    public static bool HaveTwoWords(IEnumerable<string> cells) => Filled(cells) is { Count: > 0 } filled && Holds(filled, text => text.Contains(' ', StringComparison.Ordinal));

    /// <summary>Whether a text is a datum of a person, so that its row is no header.</summary>
    public bool IsDatum(string text) => IsFiscalCode(text) || Date(text) is not null || IsPhone(text);

    public static bool IsFiscalCode(string text) => FiscalCode.TryParse(text, out var fault) is { Kind: not FiscalCodeKind.Provisional }
        || fault is FiscalCodeFault.WrongCheckLetter or FiscalCodeFault.ImpossibleDate or FiscalCodeFault.ImpossibleMonth or FiscalCodeFault.ImpossibleDay;

    private static bool IsPhone(string text) =>
        text.Count(char.IsAsciiDigit) >= FewestPhoneDigits && PhoneNumber.TryParse(text, out _) is not null;

    private DateOnly? Date(string text) =>
        text.Any(c => c is '/' or '-' or '.' or ' ' or ':') && LenientDate.TryParse(CellText.Day(text), today, out var day) ? day : null;

    private static List<string> Filled(IEnumerable<string> cells) => [.. cells.Where(cell => cell.Length > 0).Take(Sample)];

    private static bool Holds(List<string> filled, Func<string, bool> test) => filled.Count(test) >= filled.Count * Most;
}
