using System.Globalization;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Tests.Domain.People;

/// <summary>One row of fiscal-code-vectors.csv, a table of facts gathered from the sources that it names.</summary>
internal sealed record FiscalCodeVector(
    string Id, string Category, string Code, string Expected, string BaseCode, string Surname, string Name,
    Sex? Sex, DateOnly? BirthDate, string AgreesWithPerson, Sex? SexInCode, string DateInCode, string PlaceInCode)
{
    private const int Columns = 14;

    public static IReadOnlyList<FiscalCodeVector> All { get; } = [.. Read()];

    public static FiscalCodeVector Named(string id) => All.Single(vector => vector.Id == id);

    private static IEnumerable<FiscalCodeVector> Read()
    {
        using var stream = typeof(FiscalCodeVector).Assembly.GetManifestResourceStream("fiscal-code-vectors.csv")
            ?? throw new InvalidOperationException("The vectors are not embedded.");
        using var reader = new StreamReader(stream);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            Assert.Equal(Columns, cells.Length);
            yield return new FiscalCodeVector(
                cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6],
                SexOrNull(cells[7]), DateOrNull(cells[8]), cells[9], SexOrNull(cells[10]), cells[11], cells[12]);
        }
    }

    private static Sex? SexOrNull(string cell) => cell.Length == 0 ? null : Enum.Parse<Sex>(cell);

    private static DateOnly? DateOrNull(string cell) =>
        cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
