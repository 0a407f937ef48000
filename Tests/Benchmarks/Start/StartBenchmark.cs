using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using CovidSchoolReporting.Benchmarks.Measuring;

namespace CovidSchoolReporting.Benchmarks.Start;

/// <summary>From the start of the process until a visitor has the sign-in page, with a database to be made and with one that is there.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;
    private const string ReadyMark = "The portal is open at";

    public static async Task RunAsync()
    {
        var (first, again) = (new List<Times>(), new List<Times>());
        for (var round = 0; round < Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("portal-start-");
            first.Add(await StartAsync(folder.FullName));
            again.Add(await StartAsync(folder.FullName));
            folder.Delete(recursive: true);
        }

        var table = new Table($"Start of the portal, median seconds of {Rounds}", "database", "listens", "first page");
        Add("made and seeded", first);
        Add("there already", again);
        table.Print();

        void Add(string name, List<Times> times) => table.Add(
            name, Figures.Times(Figures.Median(times.Select(t => t.Listens))), Figures.Times(Figures.Median(times.Select(t => t.FirstPage))));
    }

    private static async Task<Times> StartAsync(string folder)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new ProcessStartInfo("dotnet",
        [
            Metadata("AppAssembly"),
            $"--contentRoot={Metadata("AppContentRoot")}",
            $"--urls={address.GetLeftPart(UriPartial.Authority)}",
            $"--Portal:PublicAddress={address.GetLeftPart(UriPartial.Authority)}",
            $"--Database:Path={Path.Combine(folder, "portal.db")}",
        ])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";

        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(command)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains(ReadyMark, StringComparison.Ordinal) is true)
            {
                ready.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        try
        {
            await ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
            var listens = Stopwatch.GetElapsedTime(start);
            using var client = new HttpClient();
            var page = await client.GetStringAsync(address);
            var firstPage = Stopwatch.GetElapsedTime(start);
            return page.Contains("<form", StringComparison.Ordinal)
                ? new Times(listens.TotalSeconds, firstPage.TotalSeconds)
                : throw new InvalidOperationException("The first page is not the sign-in page.");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static string Metadata(string key) =>
        typeof(StartBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Times(double Listens, double FirstPage);
}
