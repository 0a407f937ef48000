using CovidSchoolReporting.Benchmarks.Stage;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.Lists;

/// <summary>The columns of a list, as plain ADO.NET reads them.</summary>
internal sealed record PlainRows<TRow>(string Table, string Columns, Func<SqliteDataReader, TRow> Read);

/// <summary>
/// A page of a list as one would write it by hand for speed: prepared statements on an open connection, the place found
/// by key, the rows read by position.
/// </summary>
internal sealed class PlainList<TRow> : IDisposable
{
    private const int RowsRead = 26;

    private readonly SqliteCommand? _place;
    private readonly SqliteCommand _page;
    private readonly Func<SqliteDataReader, TRow> _read;

    /// <param name="slices">Conditions with the column that sorts, each served by one index; merged when there are several.</param>
    /// <param name="after">Id of the row after which the page begins, or null for the first.</param>
    /// <param name="owner">The condition under which that row is the reader's; by default the first of the first slice.</param>
    public PlainList(
        SqliteConnection connection, PlainRows<TRow> rows, IReadOnlyList<(string Condition, string Key)> slices, bool descending, int? after, string? owner = null)
    {
        _read = rows.Read;
        var (order, compare) = descending ? ("DESC", "<") : ("ASC", ">");
        var parts = slices.SelectMany(slice => Stretches(slice.Key).Select(stretch => $"""
            SELECT {rows.Columns}, {slice.Key} AS k FROM {rows.Table} WHERE {slice.Condition}{stretch}
            ORDER BY {slice.Key} {order}, Id {order} LIMIT {RowsRead}
            """)).ToList();
        var sql = parts is [var only] ? only
            : $"{string.Join(" UNION ALL ", parts.Select(part => $"SELECT * FROM ({part})"))} ORDER BY k {order}, Id {order} LIMIT {RowsRead}";
        if (after is null)
        {
            _page = connection.Prepared(sql);
            return;
        }

        _page = connection.Prepared(sql, "@key", "@id");
        _page.Set("@key", after);
        _page.Set("@id", after);
        var key = slices[0].Key;
        if (key == "Id")
        {
            return;
        }

        _place = connection.Prepared($"SELECT {key} FROM {rows.Table} WHERE Id = @id AND {owner ?? slices[0].Condition.Split(" AND ")[0]}", "@id");
        _place.Set("@id", after);

        // SQLite uses no more than the key of a row value (key, Id): apart, the stretches are two seeks.
        string[] Stretches(string key) => after is null ? [""]
            : key == "Id" ? [$" AND Id {compare} @id"]
            : [$" AND {key} = @key AND Id {compare} @id", $" AND {key} {compare} @key"];
    }

    public List<TRow> Read()
    {
        if (_place is not null)
        {
            _page.Set("@key", _place.ExecuteScalar());
        }

        var rows = new List<TRow>(RowsRead);
        using var reader = _page.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(_read(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        _place?.Dispose();
        _page.Dispose();
    }
}
