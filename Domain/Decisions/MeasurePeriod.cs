using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>From when to when a close contact keeps the measure. Both days belong to it.</summary>
/// <param name="Kind">Quarantine, or self-monitoring under later rules; never none.</param>
/// <param name="From">The day of the last contact.</param>
/// <param name="To">Last day.</param>
/// <param name="ToWithTest">Last day when a test on it is negative; null when no test shortens the measure.</param>
/// <param name="NeedsTest">Only a negative test ends it: <paramref name="To"/> is the earliest day for that.</param>
/// <param name="IsOwnEnd">The agency set the last day itself, and said why.</param>
public sealed record MeasurePeriod(
    MeasureKind Kind, DateOnly From, DateOnly To, DateOnly? ToWithTest, bool NeedsTest, bool IsOwnEnd)
{
    /// <summary>
    /// What the rules propose; null when they ask for nothing. The portal does not know who is vaccinated: of several groups it takes the
    /// one that is free last, and the agency may set another end.
    /// </summary>
    /// <param name="dates">The measure for each group, as <see cref="CaseMeasures.For"/> gives it.</param>
    public static MeasurePeriod? Proposed(IReadOnlyList<ContactDates> dates, DateOnly lastContact) => dates
        .Where(group => group.Rule.Kind != MeasureKind.None)
        .Select(group => Of(group, lastContact))
        .MaxBy(period => period.To);

    /// <summary>The same with the last day that the agency set.</summary>
    public MeasurePeriod Until(DateOnly ownEnd) => this with { To = ownEnd, ToWithTest = null, NeedsTest = false, IsOwnEnd = true };

    /// <summary>What a decision means for a contact: null when it asks for nothing.</summary>
    /// <param name="ownEnd">The last day that the agency set; under rules without a measure it is a quarantine all the same.</param>
    public static MeasurePeriod? Decided(
        ContactStatus status, DateOnly? ownEnd, IReadOnlyList<ContactDates> dates, DateOnly lastContact)
    {
        if (status != ContactStatus.Close)
        {
            return null;
        }

        var proposed = Proposed(dates, lastContact);
        return ownEnd is { } end
            ? (proposed ?? new MeasurePeriod(MeasureKind.Quarantine, lastContact, end, null, NeedsTest: false, IsOwnEnd: true)).Until(end)
            : proposed;
    }

    private static MeasurePeriod Of(ContactDates group, DateOnly lastContact)
    {
        var last = group.WithoutTest ?? group.WithTest!.Value; // Sound terms have one of the two.
        return new MeasurePeriod(
            group.Rule.Kind, lastContact, last, group.WithTest < last ? group.WithTest : null, group.WithoutTest is null, IsOwnEnd: false);
    }
}
