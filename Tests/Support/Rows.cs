using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>What stands in the tables, to see that a command wrote nothing, or just one thing.</summary>
internal static class Rows
{
    private static readonly string[] _tables = ["Cases", "Contacts", "Deliveries"];

    public static async Task<(int Cases, int Contacts, int Deliveries)> CountRowsAsync(this TestPortal portal) => (
        await portal.AskAsync<int>("SELECT COUNT(*) FROM Cases"),
        await portal.AskAsync<int>("SELECT COUNT(*) FROM Contacts"),
        await portal.AskAsync<int>("SELECT COUNT(*) FROM Deliveries"));

    /// <summary>Every value of every row, as text: two dumps are equal when nothing was written between them.</summary>
    public static async Task<string> DumpAsync(this TestPortal portal)
    {
        var dump = new StringBuilder();
        foreach (var table in _tables)
        {
            await portal.ReadAsync($"SELECT * FROM {table} ORDER BY Id", reader =>
                dump.Append(table).AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)).AppendLine());
        }

        return dump.ToString();
    }

    public static async Task<T> AskAsync<T>(this TestPortal portal, string sql)
    {
        object? answer = null;
        await portal.ReadAsync(sql, reader => answer = reader.GetValue(0));
        return (T)Convert.ChangeType(answer, typeof(T), null)!;
    }

    private static async Task ReadAsync(this TestPortal portal, string sql, Action<DbDataReader> eachRow)
    {
        await using var context = await portal.OpenAsync();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            eachRow(reader);
        }
    }
}
