using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.Stage;

/// <summary>Invented surnames and names, many enough for a million people to be spread over the alphabet.</summary>
internal static class Names
{
    private static readonly string[] Syllables =
        ["ro", "va", "be", "ma", "ti", "co", "lu", "gra", "sa", "pe", "fi", "du", "ne", "li", "mo", "za"];

    /// <summary>4,096 of them.</summary>
    public static IReadOnlyList<string> Surnames { get; } =
        [.. from a in Syllables from b in Syllables from c in Syllables select Capital($"{a}{b}{c}")];

    /// <summary>256 of them.</summary>
    public static IReadOnlyList<string> GivenNames { get; } = [.. from a in Syllables from b in Syllables select Capital($"{a}{b}na")];

    /// <summary>Puts them into temporary tables, <c>Surnames</c> and <c>GivenNames</c>, by their number from 0 on.</summary>
    public static void Load(SqliteConnection connection)
    {
        Load(connection, "Surnames", Surnames);
        Load(connection, "GivenNames", GivenNames);
    }

    private static void Load(SqliteConnection connection, string table, IReadOnlyList<string> names)
    {
        connection.Run($"CREATE TEMP TABLE {table} (Id INTEGER PRIMARY KEY, Text TEXT NOT NULL); BEGIN");
        using var insert = connection.Prepared($"INSERT INTO temp.{table} VALUES (@id, @text)", "@id", "@text");
        for (var i = 0; i < names.Count; i++)
        {
            insert.Set("@id", i);
            insert.Set("@text", names[i]);
            insert.ExecuteNonQuery();
        }

        connection.Run("COMMIT");
    }

    private static string Capital(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
