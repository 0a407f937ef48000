using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>Where a policy stands; <see cref="PolicyTimeline.StateOf"/> derives it.</summary>
public enum PolicyState
{
    /// <summary>Bozza: nobody goes by it.</summary>
    Draft,

    /// <summary>Programmata: published, and begins on a day to come.</summary>
    Planned,

    /// <summary>In vigore: the cases that are opened today keep it.</summary>
    InForce,

    /// <summary>Passata: cases that were opened under it still go by it.</summary>
    Past,
}

/// <summary>What is written down of a policy.</summary>
/// <param name="StartsOn">First day on which cases are opened under it.</param>
/// <param name="Source">The circular, note or decree, with number and day.</param>
/// <param name="Notes">What the source says beyond days that can be counted; may be empty.</param>
public sealed record PolicyDetails(DateOnly StartsOn, string Source, string Notes, PolicyTerms Terms);

/// <summary>
/// The rules of isolation and quarantine as one source gives them. They changed every few weeks: so they are data with a first
/// day, and a case keeps the policy under which it was opened. Only <see cref="PolicyTimeline"/> changes one, because what may be
/// changed depends on the others.
/// </summary>
public sealed class ReportingPolicy
{
    public const int SourceMaxLength = 200;
    public const int NotesMaxLength = 2000;

    private ReportingPolicy()
    {
    }

    public int Id { get; private set; }

    /// <summary>Of the first save of the draft: sent twice it is done once.</summary>
    public Guid RequestKey { get; private init; }

    public DateOnly StartsOn { get; private set; }

    public string Source { get; private set; } = "";

    public string Notes { get; private set; } = "";

    public PolicyTerms Terms { get; private set; } = null!;

    /// <summary>UTC; null for a draft.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The administrator who published it; null for a draft and for those that the portal brings.</summary>
    public int? PublishedBy { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public bool IsPublished => PublishedAt is not null;

    public PolicyDetails Details => new(StartsOn, Source, Notes, Terms);

    public static ReportingPolicy Draft(Guid requestKey, PolicyDetails details)
    {
        var draft = new ReportingPolicy { RequestKey = requestKey };
        draft.Amend(details);
        return draft;
    }

    /// <summary>One of those that the portal brings: published from the beginning, whatever the day.</summary>
    public static ReportingPolicy Reference(Guid requestKey, PolicyDetails details)
    {
        var policy = Draft(requestKey, details);
        policy.PublishedAt = details.StartsOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return policy;
    }

    internal void Amend(PolicyDetails details)
    {
        EnsureDraft();
        details.Terms.EnsureSound();
        if (string.IsNullOrWhiteSpace(details.Source))
        {
            throw new ArgumentException("A policy without a source.", nameof(details));
        }

        StartsOn = details.StartsOn;
        Source = details.Source;
        Notes = details.Notes;
        Terms = details.Terms;
        Version++;
    }

    internal void Publish(Actor by, DateTime now)
    {
        EnsureDraft();
        PublishedAt = now;
        PublishedBy = by.UserId;
        Version++;
    }

    internal void Withdraw()
    {
        PublishedAt = null;
        PublishedBy = null;
        Version++;
    }

    private void EnsureDraft()
    {
        if (IsPublished)
        {
            throw new InvalidOperationException("A published policy does not change.");
        }
    }
}
