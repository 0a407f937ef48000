namespace CovidSchoolReporting.Domain.Matches;

/// <summary>How many slips of the finger make one word of another: a letter too many, one too few, another one, or two neighbours swapped.</summary>
internal static class EditDistance
{
    /// <summary>The optimal string alignment distance: no letter is touched twice.</summary>
    public static int Between(string one, string other)
    {
        var (before, previous, current) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var column = 0; column <= other.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var cost = one[row - 1] == other[column - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + cost);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    best = Math.Min(best, before[column - 2] + 1);
                }

                current[column] = best;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[other.Length];
    }
}
