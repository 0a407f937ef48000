namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>When to try again: each wait about twice the one before, and never the same for two sendings that failed together.</summary>
internal static class RetrySchedule
{
    /// <summary>The wait after a failed try.</summary>
    /// <param name="attempts">Tries that have failed so far, this one included: 1 or more.</param>
    /// <param name="chance">A random number from 0 to 1: where between half of the wait and the whole of it.</param>
    /// <returns>Null when there is no further try.</returns>
    public static TimeSpan? WaitAfter(int attempts, DeliveryOptions options, double chance) =>
        WaitAfter(attempts, options.FirstRetrySeconds, options.LongestRetrySeconds, options.MaxAttempts, chance);

    /// <inheritdoc cref="WaitAfter(int, DeliveryOptions, double)"/>
    public static TimeSpan? WaitAfter(int attempts, int firstSeconds, int longestSeconds, int maxAttempts, double chance)
    {
        if (attempts >= maxAttempts)
        {
            return null;
        }

        var whole = Math.Min(firstSeconds * Math.Pow(2, attempts - 1), longestSeconds);
        return TimeSpan.FromSeconds(whole * (1 + chance) / 2);
    }
}
