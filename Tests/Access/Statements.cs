using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>Writes down the statements that reach the database on behalf of the caller.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private readonly AsyncLocal<ConcurrentQueue<string>?> _heard = new();

    /// <summary>Runs something and gives the statements that it sent, without their values.</summary>
    public async Task<(T Result, IReadOnlyList<string> Sent)> HearAsync<T>(Func<Task<T>> work)
    {
        var heard = new ConcurrentQueue<string>();
        _heard.Value = heard;
        try
        {
            return (await work(), [.. heard]);
        }
        finally
        {
            _heard.Value = null;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _heard.Value?.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _heard.Value?.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
