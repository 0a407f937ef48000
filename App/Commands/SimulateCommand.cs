using System.Diagnostics;
using System.Globalization;
using CovidSchoolReporting.Infrastructure.Simulation;

namespace CovidSchoolReporting.App.Commands;

/// <summary><c>simulate …</c>: an invented epidemic, for trials.</summary>
internal sealed class SimulateCommand(Simulator simulator, TextWriter output, TextWriter errors) : Command(output, errors)
{
    public const string Help = """
        Fills the database with an invented epidemic that follows the weekly figures of the schools of Milano and Lodi.

          simulate --from 2020-10-29 --to 2020-12-06 [--seed N] [--scale 1.0]

        The same seed on the same schools gives the same epidemic. It uses the register of schools where it has been imported
        (import schools), else invented ones. Look at it with --Portal:StartDay set to the day after the last one.
        Configuration goes with it as at a normal start, for example --Database:Path=/srv/portal/trial.db
        """;

    private const int BarWidth = 40;

    private static readonly string[] Known = ["from", "to", "seed", "scale"];

    protected override string Usage => Help;

    public override async Task<int> RunAsync(CommandArguments arguments)
    {
        if (UnknownOption(arguments, Known) is { } unknown)
        {
            return await FailAsync($"--{unknown} is not an option of this command.", CommandLine.NotUnderstood);
        }

        if (arguments.Words.Count > 0)
        {
            return await NotUnderstoodAsync("simulate", arguments);
        }

        if (Read(arguments) is not { } plan)
        {
            return await FailAsync($"--from and --to are days as 2020-10-29, --seed is a whole number, --scale a number as 0.5.{Environment.NewLine}{Environment.NewLine}{Usage}", CommandLine.NotUnderstood);
        }

        if (plan.Fault() is { } fault)
        {
            return await FailAsync(fault);
        }

        var clock = Stopwatch.StartNew();
        var result = await simulator.RunAsync(plan, new Bar(Output));
        await Output.WriteLineAsync();
        if (result is null)
        {
            return await FailAsync("This very simulation is in the database already. Nothing was added; another --seed gives another one.");
        }

        await Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Cases} cases with {result.Contacts} contacts, {result.Received} of them received by the agency; {clock.Elapsed.TotalSeconds:F1} s."));
        return CommandLine.Done;
    }

    private static SimulationPlan? Read(CommandArguments arguments) =>
        DateOnly.TryParseExact(arguments.Option("from"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
        && DateOnly.TryParseExact(arguments.Option("to"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
        && int.TryParse(Or(arguments.Option("seed"), "1"), CultureInfo.InvariantCulture, out var seed)
        && double.TryParse(Or(arguments.Option("scale"), "1"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var scale)
            ? new SimulationPlan(from, to, seed, scale)
            : null;

    private static string Or(string given, string otherwise) => given.Length > 0 ? given : otherwise;

    /// <summary>A line that fills up. Said at once, not through a queue, so that it never comes after the result.</summary>
    private sealed class Bar(TextWriter output) : IProgress<double>
    {
        public void Report(double value)
        {
            var full = (int)(value * BarWidth);
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', full)}{new string('.', BarWidth - full)}] {value:P0}"));
        }
    }
}
