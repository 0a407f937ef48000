using System.Globalization;
using CovidSchoolReporting.Domain.Schools;
using CsvHelper;

namespace CovidSchoolReporting.Infrastructure.Simulation;

/// <summary>
/// What ATS Milano published about the schools of one week, as the press reported it; null where that week's note does not say.
/// Facts of <c>Simulation/Data/school-weeks.csv</c>, each row with the page that it was read on.
/// </summary>
/// <param name="Cases">Positive cases among pupils and staff.</param>
/// <param name="Isolated">People isolated as their contacts.</param>
/// <param name="CasesByType">Cases in each kind of school.</param>
internal sealed record SchoolWeek(
    DateOnly From, DateOnly To, int? Cases, int? Pupils, int? Staff, int? Isolated, IReadOnlyDictionary<SchoolType, int> CasesByType)
{
    private static readonly (string Column, SchoolType Type)[] Types =
    [
        ("nursery", SchoolType.Nursery),
        ("kindergarten", SchoolType.Kindergarten),
        ("primary", SchoolType.Primary),
        ("lower_secondary", SchoolType.LowerSecondary),
        ("upper_secondary", SchoolType.UpperSecondary),
    ];

    /// <summary>The weeks that were published, oldest first.</summary>
    public static IReadOnlyList<SchoolWeek> Load()
    {
        using var stream = typeof(SchoolWeek).Assembly.GetManifestResourceStream("Simulation/school-weeks.csv")
            ?? throw new InvalidOperationException("The weekly figures are not embedded in Infrastructure.");
        using var reader = new StreamReader(stream);
        using var csv = CsvReader.Create(reader, new CsvReaderOptions());
        csv.ReadHeader();
        List<SchoolWeek> weeks = [];
        while (csv.Read())
        {
            weeks.Add(new SchoolWeek(
                Day("from"), Day("to"), Number("cases"), Number("pupils"), Number("staff"), Number("isolated"),
                Types.Where(t => Number(t.Column) is not null).ToDictionary(t => t.Type, t => Number(t.Column)!.Value)));
        }

        return weeks;

        DateOnly Day(string column) => DateOnly.ParseExact(csv.GetString(column)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        int? Number(string column) =>
            int.TryParse(csv.GetString(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
