using System.Text;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Infrastructure.Imports;
using Microsoft.Extensions.Logging.Abstractions;

namespace CovidSchoolReporting.Tests.Infrastructure.Imports;

/// <summary>Reads bytes and texts, and shows what was read on one line a row.</summary>
internal static class Lists
{
    public static readonly TableReader Reader = new(NullLogger<TableReader>.Instance);

    public static async Task<TableReading> ReadAsync(byte[] bytes, string name = "elenco.xlsx") =>
        await Reader.ReadFileAsync(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);

    public static async Task<IReadOnlyList<SourceTable>> TablesAsync(byte[] bytes, string name = "elenco.xlsx") =>
        Assert.IsType<TableReading.Read>(await ReadAsync(bytes, name)).Tables;

    /// <summary>«a|b / c|d»: cells, rows; blanks at the end of a row left out.</summary>
    public static string Show(SourceTable table) =>
        string.Join(" / ", table.Rows.Select(row => string.Join('|', row).TrimEnd('|').Replace("\n", "\\n", StringComparison.Ordinal)));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
