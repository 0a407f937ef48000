using System.Diagnostics;
using System.Globalization;
using CovidSchoolReporting.Benchmarks.CaseFiles;
using CovidSchoolReporting.Benchmarks.Epidemic;
using CovidSchoolReporting.Benchmarks.Imports;
using CovidSchoolReporting.Benchmarks.Lists;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Benchmarks.Start;
using CovidSchoolReporting.Benchmarks.Writes;

// dotnet run -c Release --project Tests/Benchmarks -- [--sizes 1000,100000,1000000] [--only lists,queue,casefile,epidemic,close,writers,imports,start]
var sizes = Option("--sizes", "1000,100000,1000000").Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order().ToList();
var only = Option("--only", "lists,queue,casefile,epidemic,close,writers,imports,start");

if (only.Contains("lists") || only.Contains("queue") || only.Contains("casefile"))
{
    var databases = new List<FilledDatabase>();
    try
    {
        foreach (var size in sizes)
        {
            var start = Stopwatch.GetTimestamp();
            databases.Add(await FilledDatabase.CreateAsync(size));
            Console.WriteLine($"{size:N0} cases loaded in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s");
        }

        if (only.Contains("lists"))
        {
            await FixedCost.RunAsync(databases[0]);
            await ListBenchmark.RunAsync("Own school", databases, SchoolList.Variants());
            await ListBenchmark.RunAsync("Agency", databases, AgencyList.Variants());
        }

        if (only.Contains("queue"))
        {
            await ListBenchmark.RunAsync("Casi ricevuti", databases, QueueList.Variants());
        }

        if (only.Contains("casefile"))
        {
            // A million cases come without contacts.
            await CaseFileBenchmark.RunAsync([.. databases.Where(database => database.HasContacts)]);
        }
    }
    finally
    {
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }
}

if (only.Contains("epidemic"))
{
    await EpidemicBenchmark.RunAsync(sizes);
}

if (only.Contains("close"))
{
    await CloseBenchmark.RunAsync();
}

if (only.Contains("writers"))
{
    await ManyWritersBenchmark.RunAsync();
}

if (only.Contains("imports"))
{
    await ImportBenchmark.RunAsync();
    await ListSaveBenchmark.RunAsync();
}

if (only.Contains("start"))
{
    await StartBenchmark.RunAsync();
}

string[] Option(string name, string otherwise)
{
    var position = Array.IndexOf(args, name);
    return (position >= 0 && position + 1 < args.Length ? args[position + 1] : otherwise).Split(',', StringSplitOptions.TrimEntries);
}
