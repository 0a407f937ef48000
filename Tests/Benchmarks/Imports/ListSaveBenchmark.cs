using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Infrastructure.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CovidSchoolReporting.Benchmarks.Imports;

/// <summary>A pasted list from its text to saved contacts, beside the same rows written by prepared statements.</summary>
internal static class ListSaveBenchmark
{
    private const int Class = 25;
    private const int WarmUps = 5;
    private const int Turns = 20;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var school = await portal.AddSchoolAsync("Calvino");
        using var connection = portal.Connect();
        var table = new Table(
            "A pasted list to saved contacts, synchronous=FULL: median milliseconds", "rows", "read", "judge", "save", "all", "plain inserts", "save x", "all x");
        foreach (var size in new[] { Class, ImportLimits.Rows })
        {
            var list = Pasted(size);
            var cases = new Queue<int>();
            for (var i = 0; i < ((WarmUps + Turns) * 2) + 1; i++)
            {
                cases.Enqueue(await portal.ReportAsync(school, "Calvino"));
            }

            RecognisedTable recognised = null!;
            ImportSheet sheet = null!;
            var model = cases.Dequeue();
            await ReadAsync();
            await JudgeAsync(model);
            await SaveAsync();
            using var plain = new PlainContacts(connection, model);

            var taken = await Contest.RunAsync(WarmUps, Turns,
            [
                ReadAsync,
                () => JudgeAsync(cases.Dequeue()),
                SaveAsync,
                () =>
                {
                    plain.Write(cases.Dequeue());
                    return Task.CompletedTask;
                },
            ]);
            var all = Enumerable.Range(0, Turns).Select(turn => taken[0][turn] + taken[1][turn] + taken[2][turn]).ToArray();
            table.Add(
                Figures.Count(size), Figures.Milli(Figures.Median(taken[0])), Figures.Milli(Figures.Median(taken[1])),
                Figures.Milli(Figures.Median(taken[2])), Figures.Milli(Figures.Median(all)), Figures.Milli(Figures.Median(taken[3])),
                Figures.Times(Figures.Ratio(taken[2], taken[3])), Figures.Times(Figures.Ratio(all, taken[3])));

            async Task ReadAsync()
            {
                var read = (TableReading.Read)new TableReader(NullLogger<TableReader>.Instance).ReadPasted(list);
                recognised = ((TableRecognition.Recognised)await portal.Get<ColumnRecogniser>()
                    .RecogniseAsync(school, read.Tables[0], CancellationToken.None)).Table;
            }

            async Task JudgeAsync(int caseId)
            {
                var found = await portal.Get<ICaseQueries>().FindAsync(school, caseId, CancellationToken.None);
                var target = new ContactImport(
                    caseId, found!.ContactSetting, portal.Reporting, portal.Get<ContactDraftValidator>(), portal.Get<DraftTidying>(), portal.Get<RowReader>());
                sheet = ImportSheet.Begin(target, recognised, portal.Get<RowReader>());
            }

            async Task SaveAsync()
            {
                if (await sheet.SaveAsync(school, CancellationToken.None) is not SaveManyOutcome.Saved { Count: var count } || count != size)
                {
                    throw new InvalidOperationException($"Not all rows were saved: {sheet.Counts}, {sheet.Rows.SelectMany(row => row.Open).FirstOrDefault()}");
                }
            }
        }

        table.Print();
    }

    private static string Pasted(int size) => string.Join(
        "\r\n", ContactTable.Of(Enumerable.Range(0, size).Select(ImportBenchmark.Contact)).Rows.Select(row => string.Join('\t', row)));

    /// <summary>The contacts of a case written again for another one, one transaction of prepared inserts.</summary>
    private sealed class PlainContacts : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _insert;
        private readonly SqliteCommand _count;
        private readonly List<object[]> _rows = [];
        private readonly int _key;
        private readonly int _owner;

        public PlainContacts(SqliteConnection connection, int model)
        {
            _connection = connection;
            var columns = connection.Texts("SELECT name FROM pragma_table_info('Contacts') WHERE name <> 'Id'");
            (_key, _owner) = (columns.IndexOf("RequestKey"), columns.IndexOf("CaseId"));
            using var read = connection.CreateCommand();
            read.CommandText = $"SELECT {string.Join(", ", columns)} FROM Contacts WHERE CaseId = {model} ORDER BY Id";
            using var reader = read.ExecuteReader();
            while (reader.Read())
            {
                var row = new object[columns.Count];
                reader.GetValues(row);
                _rows.Add(row);
            }

            _insert = connection.Prepared(
                $"INSERT INTO Contacts ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})",
                [.. columns.Select((_, i) => $"@p{i}")]);
            _count = connection.Prepared("UPDATE Cases SET ContactCount = ContactCount + @n, Version = Version + 1 WHERE Id = @id", "@n", "@id");
        }

        public void Write(int caseId)
        {
            using var transaction = _connection.BeginTransaction();
            (_insert.Transaction, _count.Transaction) = (transaction, transaction);
            foreach (var row in _rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    _insert.Parameters[i].Value = i == _key ? Guid.NewGuid().ToString().ToUpperInvariant() : i == _owner ? caseId : row[i];
                }

                _insert.ExecuteNonQuery();
            }

            _count.Set("@n", _rows.Count);
            _count.Set("@id", caseId);
            _count.ExecuteNonQuery();
            transaction.Commit();
        }

        public void Dispose()
        {
            _insert.Dispose();
            _count.Dispose();
        }
    }
}
