namespace CovidSchoolReporting.Domain.Supplements;

/// <summary>What an integrazione brings. Stored by name, so names do not change.</summary>
public enum SupplementKind
{
    /// <summary>A contact that the school had forgotten.</summary>
    AddedContact,

    /// <summary>Another value for a field of what was sent.</summary>
    CorrectedValue,
}

/// <summary>What the agency made of it. Stored by name, so names do not change.</summary>
public enum SupplementState
{
    Sent,
    Accepted,
    Refused,
}
