using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Benchmarks.Writes;

/// <summary>Closing and sending a case with 30 contacts, and the whole of such a report from its first save to its sending.</summary>
internal static class CloseBenchmark
{
    private const int Contacts = 30;
    private const int WarmUps = 20;
    private const int Turns = 100;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var school = await portal.AddSchoolAsync("Calvino");
        using var connection = portal.Connect();
        using var plain = new PlainWrites(connection);

        var ready = new Queue<int>();
        for (var i = 0; i < (WarmUps + Turns) * 2; i++)
        {
            ready.Enqueue(await ReportAsync());
        }

        var closing = await Contest.RunAsync(WarmUps, Turns,
        [
            () => CloseAsync(ready.Dequeue()),
            () =>
            {
                plain.Close(ready.Dequeue());
                return Task.CompletedTask;
            },
        ]);
        plain.LearnFrom(await ReportAsync());
        var whole = await Contest.RunAsync(2, 20,
        [
            async () => await CloseAsync(await ReportAsync()),
            () =>
            {
                plain.ReportAndClose(Contacts);
                return Task.CompletedTask;
            },
        ]);

        var table = new Table("Close and send, synchronous=FULL: median milliseconds", "what", "portal", "plain", "x");
        Add("close and send a case with 30 contacts", closing);
        Add("the case, its 30 contacts one commit each, close and send", whole);
        table.Print();

        void Add(string name, double[][] taken) => table.Add(
            name, Milli(taken[0]), Milli(taken[1]), Figures.Times(Figures.Ratio(taken[0], taken[1])));

        string Milli(double[] taken) => (Figures.Median(taken) / 1000).ToString("N2", System.Globalization.CultureInfo.InvariantCulture);

        async Task<int> ReportAsync()
        {
            var id = await portal.ReportAsync(school, "Calvino");
            for (var i = 0; i < Contacts; i++)
            {
                var outcome = await portal.Reporting.SaveContactAsync(school, id, BenchmarkPortal.Contact(i), CancellationToken.None);
                if (outcome is not SaveOutcome.Saved)
                {
                    throw new InvalidOperationException($"The contact was not saved: {outcome}");
                }
            }

            return id;
        }

        async Task CloseAsync(int id)
        {
            var outcome = await portal.Reporting.CloseAndSendAsync(school, id, null, CancellationToken.None);
            if (outcome is not CloseOutcome.Closed)
            {
                throw new InvalidOperationException($"The case was not closed: {outcome}");
            }
        }
    }
}
