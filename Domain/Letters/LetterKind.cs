namespace CovidSchoolReporting.Domain.Letters;

/// <summary>What a letter is about. Stored by name, so names do not change.</summary>
public enum LetterKind
{
    /// <summary>To the head teacher: class and period, and nobody's name.</summary>
    ClassMeasure,

    /// <summary>To the family of a contact: the days of their quarantine.</summary>
    ContactQuarantine,

    /// <summary>To the case: when the isolation ends.</summary>
    IsolationEnd,
}
