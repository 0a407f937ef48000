namespace CovidSchoolReporting.Domain.Policies;

/// <summary>Whom a measure is for. The portal does not know who is vaccinated: it shows the measure of each group.</summary>
public enum PersonGroup
{
    Everybody,
    NotVaccinated,

    /// <summary>Primary cycle completed; how long ago counts, and the notes of the policy say it.</summary>
    Vaccinated,

    /// <summary>Booster, or whoever the source puts on a level with it.</summary>
    Boosted,
}

/// <summary>Which groups a policy tells apart.</summary>
public enum PersonGrouping
{
    None,
    ByVaccination,
    ByBooster,
}

public static class PersonGroups
{
    public static IReadOnlyList<PersonGroup> Of(PersonGrouping grouping) => grouping switch
    {
        PersonGrouping.None => [PersonGroup.Everybody],
        PersonGrouping.ByVaccination => [PersonGroup.NotVaccinated, PersonGroup.Vaccinated],
        PersonGrouping.ByBooster => [PersonGroup.NotVaccinated, PersonGroup.Vaccinated, PersonGroup.Boosted],
        _ => throw new ArgumentOutOfRangeException(nameof(grouping), grouping, "Unknown grouping."),
    };

    /// <summary>The grouping that these groups make.</summary>
    /// <exception cref="ArgumentException">They make none: one is missing, or there twice.</exception>
    public static PersonGrouping GroupingOf(IEnumerable<PersonGroup> groups)
    {
        List<PersonGroup> given = [.. groups];
        foreach (var grouping in Enum.GetValues<PersonGrouping>())
        {
            if (given.SequenceEqual(Of(grouping)))
            {
                return grouping;
            }
        }

        throw new ArgumentException("Each group of a grouping has one measure, in their order.", nameof(groups));
    }
}
