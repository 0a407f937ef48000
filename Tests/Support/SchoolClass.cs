using System.Globalization;
using CovidSchoolReporting.Tests.Domain.Cases;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>A pupil as a secretariat's list writes them.</summary>
public sealed record Pupil(string Surname, string Name, string FiscalCode, string Born, string Phone);

/// <summary>Invented pupils, all different, whose codes match their names and birth dates.</summary>
public static class SchoolClass
{
    private const string Vowels = "AEIOU";
    private const string Months = "ABCDEHLMPRST";

    private static readonly string[] _surnames =
    [
        "Bianchetti", "Colombani", "Ferraresi", "Russolo", "Fontanini", "Gallinari", "Contarini", "Espositi", "Riccobono", "Marinoni",
        "Grecchi", "Brunelli", "Gallotti", "Delucchi", "Costantini", "Giordani", "Mancinelli", "Rizzolati", "Lombardini", "Morettini",
        "Barbirato", "Fabbrini", "Carusone", "Villani", "Salandra",
    ];

    private static readonly string[] _girls = ["Carlotta", "Ginevra", "Matilde", "Beatrice", "Ludovica"];
    private static readonly string[] _boys = ["Leonardo", "Tommaso", "Riccardo", "Edoardo", "Gabriele"];

    public static IReadOnlyList<Pupil> Of(int count) => [.. Enumerable.Range(0, count).Select(PupilAt)];

    /// <summary>As a spreadsheet puts a selection on the clipboard.</summary>
    public static string Copied(IEnumerable<Pupil> pupils) => string.Join(
        "\r\n",
        pupils.Select(pupil => string.Join('\t', pupil.Surname, pupil.Name, pupil.FiscalCode, pupil.Born, pupil.Phone))
            .Prepend("Cognome\tNome\tCod. Fisc.\tData di nascita\tCellulare"));

    private static Pupil PupilAt(int number)
    {
        var turn = number / _surnames.Length;
        var surname = turn == 0 ? _surnames[number] : $"{_surnames[number % _surnames.Length]} {_surnames[(number + turn) % _surnames.Length]}";
        var isGirl = number % 2 == 0;
        var name = (isGirl ? _girls : _boys)[number / 2 % 5];
        var born = new DateOnly(2010, (number % 12) + 1, (number % 28) + 1);
        var code = $"{Letters(surname, isName: false)}{Letters(name, isName: true)}10{Months[born.Month - 1]}{born.Day + (isGirl ? 40 : 0):00}F205";
        return new Pupil(
            surname, name, Rulebook.Completed(code), born.ToString("d/M/yyyy", CultureInfo.InvariantCulture), $"333 {1_000_000 + number}");
    }

    private static string Letters(string text, bool isName)
    {
        var letters = text.ToUpperInvariant().Where(char.IsAsciiLetterUpper).ToList();
        var consonants = letters.Where(letter => !Vowels.Contains(letter)).ToList();
        return isName && consonants.Count > 3
            ? $"{consonants[0]}{consonants[2]}{consonants[3]}"
            : new string([.. consonants.Concat(letters.Where(letter => Vowels.Contains(letter))).Take(3)]);
    }
}
