using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;

namespace CovidSchoolReporting.Domain.LineLists;

/// <summary>Whom a line list has a line for.</summary>
public enum LineListSubject
{
    Cases,
    Contacts,
}

/// <summary>Which people, of which reports, and what of them.</summary>
/// <param name="Columns">In the order of <see cref="LineListColumns.Of"/>, whatever order they were chosen in.</param>
public sealed record LineListRequest(LineListSubject Subject, LineListFilter Filter, IReadOnlySet<LineListColumn> Columns)
{
    /// <summary>The chosen columns that the subject has.</summary>
    public IReadOnlyList<LineListColumn> Chosen => [.. LineListColumns.Of(Subject).Where(Columns.Contains)];

    public LineListFault? Fault => Chosen.Count == 0 ? LineListFault.NoColumn : Filter.Fault;

    /// <summary>What was listed, for the audit, in Italian: subject, filter and how many columns. It names no person.</summary>
    public string Describe() => string.Join(
        "; ", new[] { Subject == LineListSubject.Cases ? "casi" : "contatti", Filter.Describe(), $"colonne={Chosen.Count}" }.Where(part => part.Length > 0));
}

/// <summary>Which reports. Null is «whatever».</summary>
/// <param name="From">First day of reception, in Europe/Rome.</param>
/// <param name="To">Last one, included.</param>
/// <param name="School">Part of the plesso's name.</param>
public sealed record LineListFilter(
    AgencyState? State = null, Territory? Territory = null, DateOnly? From = null, DateOnly? To = null, string? School = null)
{
    /// <summary>The longest span of days that one list may cover.</summary>
    public const int MostDays = 731;

    public LineListFault? Fault =>
        From is not { } from || To is not { } to ? null
        : to < from ? LineListFault.Backwards
        : to.DayNumber - from.DayNumber >= MostDays ? LineListFault.TooLong
        : null;

    /// <summary>
    /// The filter for the audit. Of a school it says only that one was asked for, because that field takes whatever is typed, a person's name too.
    /// </summary>
    public string Describe() => string.Join("; ", new[]
    {
        State is { } state ? $"stato={LineListRow.WordOf(state)}" : null,
        Territory is { } territory ? $"territorio={territory}" : null,
        From is { } from ? $"dal={from:yyyy-MM-dd}" : null,
        To is { } to ? $"al={to:yyyy-MM-dd}" : null,
        string.IsNullOrWhiteSpace(School) ? null : "scuola",
    }.OfType<string>());
}

public enum LineListFault
{
    /// <summary>The last day stands before the first.</summary>
    Backwards,

    /// <summary>More days than one list may cover.</summary>
    TooLong,

    /// <summary>No column was chosen.</summary>
    NoColumn,

    /// <summary>More lines than a sheet of a workbook holds.</summary>
    TooManyForASheet,
}
