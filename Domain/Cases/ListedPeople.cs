namespace CovidSchoolReporting.Domain.Cases;

/// <summary>
/// The people of a list by the numbers of their rows. Finds who stands in it twice without comparing each row with each.
/// </summary>
public sealed class ListedPeople
{
    private readonly Dictionary<string, SortedSet<int>> _byCode = [];
    private readonly Dictionary<(string, DateOnly), SortedSet<int>> _byName = [];
    private readonly Dictionary<int, PersonIdentity> _rows = [];

    /// <summary>Puts a person at a row, in the place of whoever stood there.</summary>
    public void Add(PersonIdentity person, int row)
    {
        Remove(row);
        _rows[row] = person;
        if (person.FiscalCodeKey is { } code)
        {
            Place(_byCode, code, row);
        }

        if (person.BirthDate is { } born)
        {
            Place(_byName, (person.SurnameKey, born), row);
        }
    }

    public void Remove(int row)
    {
        if (!_rows.Remove(row, out var person))
        {
            return;
        }

        if (person.FiscalCodeKey is { } code)
        {
            _byCode[code].Remove(row);
        }

        if (person.BirthDate is { } born)
        {
            _byName[(person.SurnameKey, born)].Remove(row);
        }
    }

    /// <summary>The rows with the same person, in their order.</summary>
    public IEnumerable<int> RowsOf(PersonIdentity person)
    {
        var byCode = person.FiscalCodeKey is { } code ? _byCode.GetValueOrDefault(code) : null;
        var byName = person.BirthDate is { } born ? _byName.GetValueOrDefault((person.SurnameKey, born)) : null;
        return (byCode ?? []).Union((byName ?? []).Where(row => person.IsSameAs(_rows[row]))).Order();
    }

    /// <summary>The first row with the same person, or null.</summary>
    public int? FirstRowOf(PersonIdentity person) => RowsOf(person).Select(row => (int?)row).FirstOrDefault();

    private static void Place<TKey>(Dictionary<TKey, SortedSet<int>> rows, TKey key, int row)
        where TKey : notnull
    {
        if (!rows.TryGetValue(key, out var found))
        {
            rows[key] = found = [];
        }

        found.Add(row);
    }
}
