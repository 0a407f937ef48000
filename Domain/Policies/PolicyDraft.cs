using System.Globalization;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>A policy as it was typed. Numbers and days are texts, so that nothing typed is lost, however wrong.</summary>
public sealed class PolicyDraft
{
    /// <summary>Longest text of a count of days.</summary>
    public const int CountMaxLength = 4;

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>Null until the first save.</summary>
    public int? Id { get; set; }

    /// <summary>The version that the typing began with.</summary>
    public int Version { get; set; }

    public string StartsOn { get; set; } = "";

    public string Source { get; set; } = "";

    public string Notes { get; set; } = "";

    public string WindowDaysBefore { get; set; } = "";

    public string ClusterCases { get; set; } = "";

    public string ClusterDays { get; set; } = "";

    public PersonGrouping CaseGrouping { get; set; }

    public PersonGrouping ContactGrouping { get; set; }

    /// <summary>One for each group, those that the grouping does not use too: another choice brings them back as they were typed.</summary>
    public IReadOnlyList<IsolationDraft> Case { get; } = [.. Enum.GetValues<PersonGroup>().Select(group => new IsolationDraft(group))];

    /// <inheritdoc cref="Case"/>
    public IReadOnlyList<MeasureDraft> Contacts { get; } = [.. Enum.GetValues<PersonGroup>().Select(group => new MeasureDraft(group))];

    /// <summary>The isolations that count.</summary>
    public IEnumerable<IsolationDraft> UsedCase => Case.Where(c => PersonGroups.Of(CaseGrouping).Contains(c.Group));

    /// <summary>The measures that count.</summary>
    public IEnumerable<MeasureDraft> UsedContacts => Contacts.Where(c => PersonGroups.Of(ContactGrouping).Contains(c.Group));

    /// <summary>A new draft with the terms of another policy, to begin on a day and from a source to be written.</summary>
    public static PolicyDraft CopyOf(ReportingPolicy policy)
    {
        var draft = new PolicyDraft
        {
            Notes = policy.Notes,
            WindowDaysBefore = Shown(policy.Terms.WindowDaysBefore),
            ClusterCases = Shown(policy.Terms.ClusterCases),
            ClusterDays = Shown(policy.Terms.ClusterDays),
            CaseGrouping = PersonGroups.GroupingOf(policy.Terms.Case.Select(c => c.Group)),
            ContactGrouping = PersonGroups.GroupingOf(policy.Terms.Contacts.Select(c => c.Group)),
        };

        // Groups that the policy does not tell apart begin with what holds for its first one.
        foreach (var isolation in draft.Case)
        {
            isolation.Fill(policy.Terms.Case.FirstOrDefault(c => c.Group == isolation.Group) ?? policy.Terms.Case[0]);
        }

        foreach (var measure in draft.Contacts)
        {
            measure.Fill(policy.Terms.Contacts.FirstOrDefault(c => c.Group == measure.Group) ?? policy.Terms.Contacts[0]);
        }

        return draft;
    }

    /// <summary>What is stored, ready to be amended.</summary>
    public static PolicyDraft Of(ReportingPolicy policy)
    {
        var draft = CopyOf(policy);
        draft.RequestKey = policy.RequestKey;
        draft.Id = policy.Id;
        draft.Version = policy.Version;
        draft.StartsOn = LenientDate.Format(policy.StartsOn);
        draft.Source = policy.Source;
        return draft;
    }

    /// <summary>Reads a draft without errors.</summary>
    /// <exception cref="InvalidOperationException">It still has errors.</exception>
    public PolicyDetails Read(DateOnly today) => new(
        LenientDate.TryParse(StartsOn, today, out var day) ? day : throw Unread(),
        Source.Trim(),
        Notes.Trim(),
        new PolicyTerms(
            Count(WindowDaysBefore) ?? throw Unread(),
            [.. UsedCase.Select(c => c.Read())],
            [.. UsedContacts.Select(c => c.Read())],
            Count(ClusterCases) ?? throw Unread(),
            Count(ClusterDays) ?? throw Unread()));

    internal static string Shown(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A count as it was typed; null when empty or no whole number from 0 to <see cref="PolicyTerms.MostDays"/>.</summary>
    internal static int? Count(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= PolicyTerms.MostDays ? count : null;

    private static InvalidOperationException Unread() => new("The draft still has errors: check it before it is read.");
}

/// <summary>The isolation of a group as it was typed.</summary>
public sealed class IsolationDraft(PersonGroup group)
{
    public PersonGroup Group { get; } = group;

    public bool IsRequired { get; set; } = true;

    public string AsymptomaticDays { get; set; } = "";

    public string SymptomaticDays { get; set; } = "";

    public string SymptomFreeDays { get; set; } = "";

    public bool NegativeTest { get; set; }

    public string LongestDays { get; set; } = "";

    internal void Fill(CaseIsolation stored)
    {
        IsRequired = stored.IsRequired;
        AsymptomaticDays = PolicyDraft.Shown(stored.AsymptomaticDays);
        SymptomaticDays = PolicyDraft.Shown(stored.SymptomaticDays);
        SymptomFreeDays = PolicyDraft.Shown(stored.SymptomFreeDays);
        NegativeTest = stored.NegativeTest;
        LongestDays = PolicyDraft.Shown(stored.LongestDays);
    }

    internal CaseIsolation Read() => IsRequired
        ? new CaseIsolation(
            Group, true, PolicyDraft.Count(AsymptomaticDays), PolicyDraft.Count(SymptomaticDays), PolicyDraft.Count(SymptomFreeDays),
            NegativeTest, PolicyDraft.Count(LongestDays))
        : new CaseIsolation(Group, false, null, null, null, false, null);
}

/// <summary>The measure of a group of contacts as it was typed.</summary>
public sealed class MeasureDraft(PersonGroup group)
{
    public PersonGroup Group { get; } = group;

    public MeasureKind Kind { get; set; } = MeasureKind.Quarantine;

    public string DaysWithTest { get; set; } = "";

    public string DaysWithoutTest { get; set; } = "";

    public string Ffp2Days { get; set; } = "";

    internal void Fill(ContactMeasure stored)
    {
        Kind = stored.Kind;
        DaysWithTest = PolicyDraft.Shown(stored.DaysWithTest);
        DaysWithoutTest = PolicyDraft.Shown(stored.DaysWithoutTest);
        Ffp2Days = PolicyDraft.Shown(stored.Ffp2Days);
    }

    internal ContactMeasure Read() => Kind == MeasureKind.None
        ? new ContactMeasure(Group, Kind, null, null, null)
        : new ContactMeasure(Group, Kind, PolicyDraft.Count(DaysWithTest), PolicyDraft.Count(DaysWithoutTest), PolicyDraft.Count(Ffp2Days));
}
