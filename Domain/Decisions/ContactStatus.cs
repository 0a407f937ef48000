namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>What the agency decides about a contact. Stored by name, so names do not change.</summary>
public enum ContactStatus
{
    /// <summary>Contatto stretto: the measure of the policy applies.</summary>
    Close,

    /// <summary>Contatto a basso rischio: no measure.</summary>
    LowRisk,

    /// <summary>Not a contact of this case.</summary>
    NotContact,
}
