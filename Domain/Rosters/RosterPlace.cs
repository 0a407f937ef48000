namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>Which class of an institute: «3» and «b» in a list are «3» and «B» in another. Staff may have neither class nor section.</summary>
public sealed record RosterPlace
{
    /// <summary>Parts class and section in <see cref="Key"/>: no text of one line holds it.</summary>
    private const char Between = '\n';

    public RosterPlace(int siteId, string className, string section)
    {
        (SiteId, ClassName, Section) = (siteId, className.Trim(), section.Trim());
        Key = $"{ClassName.ToUpperInvariant()}{Between}{Section.ToUpperInvariant()}";
    }

    public int SiteId { get; }

    public string ClassName { get; }

    public string Section { get; }

    /// <summary>What tells two classes of a plesso apart.</summary>
    public string Key { get; }

    public bool Equals(RosterPlace? other) => other is not null && SiteId == other.SiteId && Key == other.Key;

    public override int GetHashCode() => HashCode.Combine(SiteId, Key);
}
