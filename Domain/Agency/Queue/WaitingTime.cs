namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>How long a report has been waiting for somebody to take it in charge, at least.</summary>
public enum WaitingTime
{
    OneDay,
    TwoDays,
    ThreeDays,
}

public static class WaitingTimes
{
    public static TimeSpan Span(this WaitingTime waiting) => waiting switch
    {
        WaitingTime.OneDay => TimeSpan.FromHours(24),
        WaitingTime.TwoDays => TimeSpan.FromHours(48),
        WaitingTime.ThreeDays => TimeSpan.FromHours(72),
        _ => throw new ArgumentOutOfRangeException(nameof(waiting), waiting, null),
    };
}
