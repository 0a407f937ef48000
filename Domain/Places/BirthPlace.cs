namespace CovidSchoolReporting.Domain.Places;

/// <summary>What kind of place a Belfiore code stands for.</summary>
public enum BirthPlaceKind
{
    Municipality,
    FormerMunicipality,
    ForeignState,
}

/// <summary>A place that a codice fiscale may name as the place of birth.</summary>
/// <param name="Code">Belfiore code; foreign states have Z and three digits.</param>
/// <param name="Name">Italian name.</param>
/// <param name="Province">Sigla of the province, the one of the time for a suppressed comune; null abroad.</param>
/// <param name="Kind">Comune of today, suppressed comune or foreign state.</param>
/// <param name="ValidFrom">First day on which one could be born there; null when it is not known or lies at the unification.</param>
/// <param name="ValidTo">Last such day; null when the place still exists or the day is not known.</param>
public sealed record BirthPlace(
    string Code, string Name, string? Province, BirthPlaceKind Kind, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    /// <summary>"Vermezzo (MI)", "Albania".</summary>
    public string Label => Province is null ? Name : $"{Name} ({Province})";

    /// <summary>Whether a person could be born there on that day, both ends included.</summary>
    public bool ExistedOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidTo is null || day <= ValidTo);
}

/// <summary>Whether a code names a place, and whether it did so on the day of the birth.</summary>
public enum BirthPlaceStatus
{
    Valid,
    NotValidThen,
    Unknown,
}

/// <summary>The answer to "which place is this code?".</summary>
/// <param name="Status">Valid, known but not valid on that day, or not in the tables.</param>
/// <param name="Place">The place; null only when it is unknown.</param>
public sealed record BirthPlaceLookup(BirthPlaceStatus Status, BirthPlace? Place);
