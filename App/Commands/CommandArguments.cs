using System.Diagnostics.CodeAnalysis;

namespace CovidSchoolReporting.App.Commands;

/// <summary>The words and options after the command's name.</summary>
/// <param name="Words">What is not an option: the verb and what it acts on.</param>
/// <param name="Options">By name without dashes, for example <c>email</c>.</param>
/// <param name="Configuration">Options with a colon or a host's name belong to the configuration, as at a normal start.</param>
internal sealed record CommandArguments(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Options, string[] Configuration)
{
    private static readonly string[] HostOptions = ["environment", "contentRoot"];

    public static bool TryRead(
        string[] args, [NotNullWhen(true)] out CommandArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        (arguments, error) = (null, null);
        List<string> words = [], configuration = [];
        Dictionary<string, string> options = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[i]);
                continue;
            }

            var parts = args[i][2..].Split('=', 2);
            if (parts.Length == 1 && (i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal)))
            {
                error = $"--{parts[0]} needs a value.";
                return false;
            }

            var value = parts.Length == 2 ? parts[1] : args[++i];
            if (parts[0].Contains(':', StringComparison.Ordinal) || HostOptions.Contains(parts[0], StringComparer.OrdinalIgnoreCase))
            {
                configuration.Add($"--{parts[0]}={value}");
            }
            else
            {
                options[parts[0]] = value;
            }
        }

        arguments = new CommandArguments(words, options, [.. configuration]);
        return true;
    }

    public string Option(string name) => Options.TryGetValue(name, out var value) ? value : "";
}
