using System.Collections.Concurrent;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;

namespace CovidSchoolReporting.Infrastructure.Audit;

/// <summary>What was shown to whom in the last minute: showing it again at once is the same reading.</summary>
internal sealed class ReadingMemory
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<Reading, DateTime> _last = new();

    /// <summary>Whether this is a reading of its own; from now on it is not.</summary>
    public bool IsNew(Actor actor, AuditAction action, AuditRecord record, DateTime now)
    {
        if (_last.Count > Most)
        {
            Forget(now);
        }

        var reading = new Reading(actor.UserId, actor.Screen, action, record);
        if (_last.TryGetValue(reading, out var before) && now - before < IAuditTrail.SameReading)
        {
            return false;
        }

        _last[reading] = now;
        return true;
    }

    private void Forget(DateTime now)
    {
        foreach (var (reading, at) in _last)
        {
            if (now - at >= IAuditTrail.SameReading)
            {
                _last.TryRemove(reading, out _);
            }
        }
    }

    private sealed record Reading(int UserId, string? Screen, AuditAction Action, AuditRecord Record);
}
