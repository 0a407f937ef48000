using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Which of two columns of names holds the surnames.</summary>
internal static class NameOrder
{
    /// <summary>Asks the codici fiscali, where there are any: schools write the surname first.</summary>
    public static bool IsNameFirst(TableLayout layout, int first, int second, int code)
    {
        if (code < 0)
        {
            return false;
        }

        var (surnameFirst, nameFirst) = (0, 0);
        foreach (var row in layout.Rows)
        {
            var letters = row.Cells[code].Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
            if (letters.Length < 6)
            {
                continue;
            }

            surnameFirst += Fits(letters, row.Cells[first], row.Cells[second]);
            nameFirst += Fits(letters, row.Cells[second], row.Cells[first]);
        }

        return nameFirst > surnameFirst;
    }

    private static int Fits(string code, string surname, string name) =>
        PersonName.SurnameGroup(surname) == code[..3] && PersonName.GivenNameGroup(name) == code[3..6] ? 1 : 0;
}
