using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>Once armed, lets somebody else act between the first read and whatever comes after it.</summary>
public sealed class AfterTheFirstRead : DbCommandInterceptor
{
    private Func<Task>? _act;

    public void Do(Func<Task> act) => _act = act;

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _act, null) is { } act)
        {
            await act();
        }

        return result;
    }
}
