namespace CovidSchoolReporting.Tests.Access;

/// <summary>A case, with a contact that belongs to it, or ids that never were.</summary>
public sealed record CaseIds(int Case, int Contact);

/// <summary>The ids that the names in braces of docs/access.md stand for.</summary>
public sealed record Subjects
{
    /// <summary>An id of nothing.</summary>
    public const int Unknown = 900_000;

    public required CaseIds Own { get; init; }

    public required CaseIds Closed { get; init; }

    public required CaseIds OthersOpen { get; init; }

    public required CaseIds OthersClosed { get; init; }

    /// <summary>Contacts that exist no more, or elsewhere, or never did.</summary>
    public required IReadOnlyList<int> Gone { get; init; }

    public required int Report { get; init; }

    public required int Cluster { get; init; }

    /// <summary>Letters that were issued for <see cref="Report"/>.</summary>
    public static Guid Issue { get; } = new("00000000-0000-0000-0000-00000000a75a");

    /// <summary>The pair that the report is one of.</summary>
    public required int Match { get; init; }

    /// <summary>The rules in force, and a draft of others.</summary>
    public required (int InForce, int Draft) Policies { get; init; }

    public required int Class { get; init; }

    /// <summary>A class of another institute's roster.</summary>
    public required int OthersClass { get; init; }

    /// <summary>Somebody who may sign in and does not.</summary>
    public required int User { get; init; }

    /// <summary>An institute that no walk changes, and a plesso of it.</summary>
    public required (int Institute, int Site) School { get; init; }

    /// <summary>Every way to read the row, once for each id that a name stands for in turn.</summary>
    public IReadOnlyList<Subject> Expand(string how) => how switch
    {
        _ when how.Contains("{foreign}", StringComparison.Ordinal) =>
            [Of(OthersOpen), Of(OthersClosed), Nothing],
        _ when how.Contains("{gone}", StringComparison.Ordinal) =>
            [.. Gone.Select(contact => Of(new CaseIds(CaseOf(how).Case, contact)))],
        _ when how.Contains("{report}", StringComparison.Ordinal) => [new Subject(Unknown, Unknown, Report)],
        _ when how.Contains("{cluster}", StringComparison.Ordinal) => [Nothing with { Cluster = Cluster }],
        _ when how.Contains("{match}", StringComparison.Ordinal) => [Nothing with { Match = Match }],
        _ when how.Contains("{user}", StringComparison.Ordinal) => [Nothing with { User = User }],
        _ when how.Contains("{institute}", StringComparison.Ordinal) => [Nothing with { Institute = School.Institute, Site = School.Site }],
        _ when how.Contains("{policy}", StringComparison.Ordinal) => [Nothing with { Policy = Policies.InForce }],
        _ when how.Contains("{draft}", StringComparison.Ordinal) => [Nothing with { Policy = Policies.Draft }],
        _ when how.Contains("{class}", StringComparison.Ordinal) => [Nothing with { Class = Class }],
        _ when how.Contains("{no-class}", StringComparison.Ordinal) => [Nothing with { Class = OthersClass }, Nothing],
        _ => [Of(CaseOf(how))],
    };

    /// <summary>The same row about nothing at all: what everything that is not there must look like.</summary>
    public static Subject Nothing { get; } = new(Unknown, Unknown, Unknown);

    private static Subject Of(CaseIds ids) => new(ids.Case, ids.Contact, Unknown);

    private CaseIds CaseOf(string how) =>
        how.Contains("{own}", StringComparison.Ordinal) ? Own
        : how.Contains("{closed}", StringComparison.Ordinal) ? Closed
        : new CaseIds(Unknown, Unknown);
}

/// <summary>One set of ids to put into a row.</summary>
public sealed record Subject(
    int Case, int Contact, int Report, int Policy = Subjects.Unknown, int Class = Subjects.Unknown, int Cluster = Subjects.Unknown,
    int Match = Subjects.Unknown, int User = Subjects.Unknown, int Institute = Subjects.Unknown, int Site = Subjects.Unknown)
{
    private static readonly string[] _cases = ["{own}", "{closed}", "{foreign}"];
    private static readonly string[] _contacts = ["{contact}", "{gone}"];
    private static readonly string[] _classes = ["{class}", "{no-class}"];
    private static readonly string[] _reports = ["{report}", "{no-report}"];
    private static readonly string[] _clusters = ["{cluster}", "{no-cluster}"];
    private static readonly string[] _matches = ["{match}", "{no-match}"];
    private static readonly string[] _institutes = ["{institute}", "{no-institute}"];
    private static readonly string[] _sites = ["{site}", "{no-site}"];
    private static readonly string[] _users = ["{user}", "{no-user}"];
    private static readonly string[] _policies = ["{policy}", "{planned}", "{draft}", "{no-policy}"];

    public string Fill(string how)
    {
        (string[] Names, int Id)[] all =
        [
            (_cases, Case), (_contacts, Contact), (_reports, Report), (_policies, Policy), (_classes, Class), (_clusters, Cluster),
            (_matches, Match), (_users, User), (_institutes, Institute), (_sites, Site),
        ];
        foreach (var (names, id) in all)
        {
            how = names.Aggregate(how, (text, name) => text.Replace(name, $"{id}", StringComparison.Ordinal));
        }

        return how.Replace("{letters}", $"{Subjects.Issue}", StringComparison.Ordinal);
    }
}
