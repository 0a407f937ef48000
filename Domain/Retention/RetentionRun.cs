using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Retention;

/// <summary>A removal of old cases: announced, and then called off or carried out. It tells counts and days, never who.</summary>
public sealed class RetentionRun
{
    /// <summary>Between the announcement of a removal by the portal itself and the removal.</summary>
    public const int DaysOfNotice = 7;

    private RetentionRun()
    {
    }

    public int Id { get; private set; }

    /// <summary>How many days after its conclusion a case was kept.</summary>
    public int KeepDays { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime AnnouncedAt { get; private init; }

    /// <summary>Who announced it; null for the portal itself.</summary>
    public int? AnnouncedBy { get; private init; }

    /// <summary>The day in Europe/Rome from which it may be carried out.</summary>
    public DateOnly RunsOn { get; private init; }

    /// <summary>UTC: the cases that were concluded before this are removed, and no others.</summary>
    public DateTime ConcludedBefore { get; private init; }

    /// <summary>How many cases they were when it was announced.</summary>
    public int AnnouncedCases { get; private init; }

    /// <summary>UTC; null unless it was called off.</summary>
    public DateTime? CalledOffAt { get; private set; }

    /// <summary>UTC; null until it was carried out.</summary>
    public DateTime? RanAt { get; private set; }

    public int RemovedCases { get; private set; }

    public int RemovedContacts { get; private set; }

    /// <summary>Concurrency token: one more at each change.</summary>
    public int Version { get; private set; }

    public bool IsPending => RanAt is null && CalledOffAt is null;

    /// <param name="by">Null for the portal itself.</param>
    public static RetentionRun Announce(Actor? by, int keepDays, DateOnly runsOn, DateTime concludedBefore, int cases, DateTime now) => new()
    {
        KeepDays = keepDays,
        AnnouncedAt = now,
        AnnouncedBy = by?.UserId,
        RunsOn = runsOn,
        ConcludedBefore = concludedBefore,
        AnnouncedCases = cases,
    };

    /// <exception cref="InvalidOperationException">It was carried out or called off already.</exception>
    public void CallOff(DateTime now)
    {
        EnsurePending();
        CalledOffAt = now;
        Version++;
    }

    /// <exception cref="InvalidOperationException">It was carried out or called off already.</exception>
    public void Finish(int cases, int contacts, DateTime now)
    {
        EnsurePending();
        (RemovedCases, RemovedContacts, RanAt) = (cases, contacts, now);
        Version++;
    }

    private void EnsurePending()
    {
        if (!IsPending)
        {
            throw new InvalidOperationException("The removal was carried out or called off already.");
        }
    }
}
