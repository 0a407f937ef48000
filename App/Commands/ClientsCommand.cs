using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;

namespace CovidSchoolReporting.App.Commands;

/// <summary><c>clients …</c>: the agency's other systems that read over HTTP.</summary>
/// <param name="withSecrets">False when another provider vouches for the clients, and has their secrets.</param>
internal sealed class ClientsCommand(ApiClientDirectory clients, bool withSecrets, TextWriter output, TextWriter errors) : Command(output, errors)
{
    public static string Help { get; } = $"""
        Manages the systems that read over the HTTP API (docs/api.md).

          clients list
          clients add NAME --territory MI,LO --scope {string.Join(',', ApiScopes.All)}
                                        prints the secret, once; with a provider of one's own (Identity:Authority)
                                        NAME is the client's name there, and so is its secret
          clients renew-secret NAME     prints another secret; the old one gives no token any more
          clients disable NAME          from the next request on
          clients enable NAME

        Configuration goes with it as at a normal start, for example --Database:Path=/srv/portal/portal.db
        """;

    private static readonly string[] AddOptions = ["territory", "scope"];

    protected override string Usage => Help;

    public override Task<int> RunAsync(CommandArguments arguments)
    {
        if (UnknownOption(arguments, arguments.Words is ["add", ..] ? AddOptions : []) is { } unknown)
        {
            return FailAsync($"--{unknown} is not an option of this command.", CommandLine.NotUnderstood);
        }

        return arguments.Words switch
        {
            ["list"] => ListAsync(),
            ["add", var name] => AddAsync(name, arguments),
            ["renew-secret", var name] => RenewAsync(name),
            ["disable", var name] => ChangeAsync(name, clients.DisableAsync, "disabled"),
            ["enable", var name] => ChangeAsync(name, clients.EnableAsync, "enabled"),
            _ => NotUnderstoodAsync("clients", arguments),
        };
    }

    private async Task<int> ListAsync()
    {
        foreach (var client in await clients.ListAsync())
        {
            var scopes = string.Join(',', client.Scopes.Order(StringComparer.Ordinal));
            await Output.WriteLineAsync(
                $"{client.ClientId}\t{UserNotation.Write(client.Territories)}\t{scopes}\t{(client.IsDisabled ? "disabled" : "enabled")}");
        }

        return CommandLine.Done;
    }

    private async Task<int> AddAsync(string name, CommandArguments arguments)
    {
        if (!ApiClient.IsClientId(name))
        {
            return await FailAsync($"'{name}' is not a name: give 3 to {ApiClient.ClientIdMaxLength} letters, digits and signs, without blanks.");
        }

        if (!UserNotation.TryReadTerritories(arguments.Option("territory"), out var territories, out var error))
        {
            return await FailAsync(error);
        }

        string[] scopes = arguments.Option("scope").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (scopes.FirstOrDefault(scope => !ApiScopes.All.Contains(scope)) is { } unknown)
        {
            return await FailAsync($"the scope '{unknown}' is not one of {string.Join(", ", ApiScopes.All)}");
        }

        if (territories.Count == 0 || scopes.Length == 0)
        {
            return await FailAsync("a client needs --territory and --scope");
        }

        if (!withSecrets)
        {
            return await clients.RegisterAsync(name, territories, scopes) ? await SayAsync($"{name} registered.") : await TakenAsync(name);
        }

        return await clients.RegisterWithSecretAsync(name, territories, scopes) is { } secret
            ? await TellAsync($"{name} registered.", secret)
            : await TakenAsync(name);
    }

    private async Task<int> RenewAsync(string name) => await clients.RenewSecretAsync(name) is { } secret
        ? await TellAsync($"{name} has another secret.", secret)
        : await FailAsync($"No client with a secret of the portal's is called '{name}'.");

    private async Task<int> ChangeAsync(string name, Func<string, CancellationToken, Task<UserChange>> change, string done) =>
        await change(name, CancellationToken.None) switch
        {
            UserChange.Done => await SayAsync($"{name} {done}."),
            UserChange.NothingToDo => await SayAsync($"{name} is {done} already."),
            _ => await FailAsync($"No client is called '{name}'."),
        };

    private Task<int> TakenAsync(string name) => FailAsync($"The name '{name}' is taken.");

    private Task<int> TellAsync(string sentence, string secret) => SayAsync($"{sentence}{Environment.NewLine}secret: {secret}");

    private async Task<int> SayAsync(string sentence)
    {
        await Output.WriteLineAsync(sentence);
        return CommandLine.Done;
    }
}
