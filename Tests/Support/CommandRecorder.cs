using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>Keeps the SQL that EF Core tells its log of.</summary>
public sealed class CommandRecorder : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _commands = new();

    /// <summary>What was recorded since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_commands.TryDequeue(out var command))
        {
            taken.Add(command);
        }

        return taken;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted"
            && state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            _commands.Enqueue((string)values.Single(value => value.Key == "commandText").Value!);
        }
    }

    public void Dispose()
    {
    }
}
