using System.Globalization;
using CovidSchoolReporting.Infrastructure.Delivery;

namespace CovidSchoolReporting.App.Commands;

/// <summary><c>deliveries …</c>: the closed cases that the agency never received.</summary>
internal sealed class DeliveriesCommand(DeadDeliveries deliveries, TextWriter output, TextWriter errors) : Command(output, errors)
{
    public const string Help = """
        Shows the deliveries to the agency that were given up, and begins them again.

          deliveries list               case, sending (UTC), tries, last failure
          deliveries retry CASE         the running portal takes it up within a minute
          deliveries retry all

        Configuration goes with it as at a normal start, for example --Database:Path=/srv/portal/portal.db
        """;

    protected override string Usage => Help;

    public override Task<int> RunAsync(CommandArguments arguments)
    {
        if (UnknownOption(arguments, []) is { } unknown)
        {
            return FailAsync($"--{unknown} is not an option of this command.", CommandLine.NotUnderstood);
        }

        return arguments.Words switch
        {
            ["list"] => ListAsync(),
            ["retry", "all"] => RetryAsync(null),
            ["retry", var id] when int.TryParse(id, CultureInfo.InvariantCulture, out var caseId) => RetryAsync(caseId),
            _ => NotUnderstoodAsync("deliveries", arguments),
        };
    }

    private async Task<int> ListAsync()
    {
        foreach (var dead in await deliveries.ListAsync())
        {
            await Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{dead.CaseId}\t{dead.PreparedAt:yyyy-MM-dd HH:mm}\t{dead.Attempts}\t{dead.Failure}"));
        }

        return CommandLine.Done;
    }

    private async Task<int> RetryAsync(int? caseId)
    {
        var begun = await deliveries.RetryAsync(caseId);
        if (begun == 0 && caseId is not null)
        {
            return await FailAsync($"No delivery of the case {caseId} was given up.");
        }

        await Output.WriteLineAsync($"{begun} deliveries begun again.");
        return CommandLine.Done;
    }
}
