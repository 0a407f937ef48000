using System.Text;
using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Infrastructure.Imports;
using Microsoft.Extensions.Logging.Abstractions;

namespace CovidSchoolReporting.Benchmarks.Imports;

/// <summary>From the bytes of a list to drafts with everything in its field: a class, and as many rows as a list may have.</summary>
internal static class ImportBenchmark
{
    private const int Class = 25;
    private const int WarmUps = 5;
    private const int Turns = 30;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var actor = await portal.AddSchoolAsync("Calvino");
        var reader = new TableReader(NullLogger<TableReader>.Instance);
        var recogniser = portal.Get<ColumnRecogniser>();
        var rows = portal.Get<RowReader>();
        var table = new Table("Reading a list: median milliseconds", "source", "rows", "tables", "columns", "drafts", "all", "worst");
        foreach (var size in new[] { Class, ImportLimits.Rows })
        {
            var list = ContactTable.Of(Enumerable.Range(0, size).Select(Contact));
            var (xlsx, csv) = (TableWriter.Xlsx(list), TableWriter.Csv(list));
            var pasted = string.Join("\r\n", list.Rows.Select(row => string.Join('\t', row)));
            await AddAsync("xlsx", size, () => reader.ReadFileAsync(new MemoryStream(xlsx), "x.xlsx", CancellationToken.None));
            await AddAsync("csv", size, () => reader.ReadFileAsync(new MemoryStream(csv), "x.csv", CancellationToken.None));
            await AddAsync($"pasted, {Encoding.UTF8.GetByteCount(pasted) / 1024} KB", size, () => Task.FromResult(reader.ReadPasted(pasted)));
        }

        table.Print();

        async Task AddAsync(string name, int size, Func<Task<TableReading>> read)
        {
            SourceTable source = null!;
            RecognisedTable recognised = null!;
            var taken = await Contest.RunAsync(WarmUps, Turns,
            [
                async () => source = ((TableReading.Read)await read()).Tables[0],
                async () => recognised = ((TableRecognition.Recognised)await recogniser.RecogniseAsync(actor, source, CancellationToken.None)).Table,
                () =>
                {
                    foreach (var row in recognised.Rows)
                    {
                        rows.Read(recognised, row);
                    }

                    return Task.CompletedTask;
                },
            ]);
            var all = Enumerable.Range(0, Turns).Select(turn => taken.Sum(step => step[turn])).ToList();
            table.Add(
                name, Figures.Count(size), Figures.Milli(Figures.Median(taken[0])), Figures.Milli(Figures.Median(taken[1])), Figures.Milli(Figures.Median(taken[2])),
                Figures.Milli(Figures.Median(all)), Figures.Milli(all.Max()));
        }
    }

    /// <summary>Somebody of a class, different for each number.</summary>
    internal static ContactDraft Contact(int i) => new()
    {
        Surname = $"De Rossi {Letters(i)}",
        Name = "Mario Luca",
        Role = PersonRole.Pupil,
        Sex = Sex.Male,
        FiscalCodeUnavailable = true,
        FiscalCodeUnavailableReason = "In attesa di rilascio",
        BirthDate = "01/03/2010",
        ClassName = $"{(i / Class % 5) + 1}",
        Section = "B",
        Domicile = i % 3 == 0 ? "Milano (MI)" : i % 3 == 1 ? "San Giuliano Milanese (MI)" : "Bertonico (LO)",
        Address = "Via Giuseppe Verdi, 12",
        Phone = "333 1234567",
        LastContactDate = "20/11/2020",
    };

    /// <summary>A number in letters, because names have no digits.</summary>
    private static string Letters(int number) => new([.. $"{number}".Select(digit => (char)('a' + digit - '0'))]);
}
