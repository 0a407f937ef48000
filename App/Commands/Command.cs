namespace CovidSchoolReporting.App.Commands;

/// <summary>What the commands have in common: where they write, and how they fail.</summary>
internal abstract class Command(TextWriter output, TextWriter errors)
{
    protected TextWriter Output { get; } = output;

    /// <summary>How the command is used.</summary>
    protected abstract string Usage { get; }

    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(CommandArguments arguments);

    /// <summary>The first option that is not among the known ones.</summary>
    protected static string? UnknownOption(CommandArguments arguments, IReadOnlyList<string> known) =>
        arguments.Options.Keys.FirstOrDefault(option => !known.Contains(option, StringComparer.OrdinalIgnoreCase));

    protected Task<int> NotUnderstoodAsync(string command, CommandArguments arguments) => FailAsync(
        $"'{command} {string.Join(' ', arguments.Words)}' is not a command.{Environment.NewLine}{Environment.NewLine}{Usage}",
        CommandLine.NotUnderstood);

    protected async Task<int> FailAsync(string message, int exitCode = CommandLine.Refused)
    {
        await errors.WriteLineAsync(message);
        return exitCode;
    }

    protected async Task<int> ImportAsync(
        string file, string what, Func<TextReader, Task<Infrastructure.ImportOutcome>> import)
    {
        if (Find(file) is not { } path)
        {
            return await FailAsync($"The file '{file}' does not exist.");
        }

        using var reader = new StreamReader(path);
        var outcome = await import(reader);
        if (outcome.Errors.Count > 0)
        {
            return await FailAsync(string.Join(Environment.NewLine, outcome.Errors.Append("Nothing was imported.")));
        }

        await Output.WriteLineAsync($"{outcome.Saved} {what}.");
        return CommandLine.Done;
    }

    /// <summary>Where a file is that the caller named; null when there is none.</summary>
    // "dotnet run --project App" moves into the project's folder; the caller's own folder is left in PWD.
    protected static string? Find(string file) =>
        new[] { file, Path.Combine(Environment.GetEnvironmentVariable("PWD") ?? "", file) }.FirstOrDefault(File.Exists);
}
