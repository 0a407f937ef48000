namespace CovidSchoolReporting.Domain.Lists;

/// <summary>A page of a list, and how to reach its neighbours. A list is never counted: any page costs the same.</summary>
/// <param name="Previous">Where the page before begins, or null on the first.</param>
/// <param name="Next">Where the page after begins, or null on the last.</param>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, PageAnchor? Previous, PageAnchor? Next);

/// <summary>
/// Where a page begins: after or before a row, named by its id. An id is not personal and may stand in an address;
/// the value that the list is sorted by may not.
/// </summary>
public sealed record PageAnchor(int Id, bool Backwards)
{
    /// <summary>
    /// What the list was sorted by at the row when its page was shown: for an order that people's work changes, and only where the value names
    /// nobody. Else the row takes the page along when it moves. Null: as it stands now.
    /// </summary>
    public int? Key { get; init; }

    public static PageAnchor After(int id) => new(id, Backwards: false);

    public static PageAnchor Before(int id) => new(id, Backwards: true);

    /// <summary>The anchor that an address names, or null for the first page.</summary>
    public static PageAnchor? Of(int? after, int? before) =>
        after is { } a ? After(a) : before is { } b ? Before(b) : null;
}
