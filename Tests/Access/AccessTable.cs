namespace CovidSchoolReporting.Tests.Access;

/// <summary>The columns of the table: who comes to the portal.</summary>
public enum Visitor
{
    Anonymous,
    HeadTeacher,
    Referent,
    OperatorHere,
    OperatorElsewhere,
    Administrator,
}

/// <summary>What a visitor gets; docs/access.md says what each word means.</summary>
public enum Verdict
{
    Yes,
    NotThere,
    Locked,
    Refused,
    SignIn,
}

/// <param name="How">An address after its method, or a command; names in braces stand for ids.</param>
public sealed record AccessRow(string Thing, string Action, string How, IReadOnlyDictionary<Visitor, Verdict> Cells)
{
    /// <summary>The address; null when the row is about a command.</summary>
    public string? Address => How.IndexOf(" /", StringComparison.Ordinal) is > 0 and var space ? How[(space + 1)..] : null;

    public bool IsPost => How.StartsWith("POST ", StringComparison.Ordinal);
}

/// <summary>The table of docs/access.md, so that the document cannot say one thing and the tests another.</summary>
public static class AccessTable
{
    private const int DescribingColumns = 3;

    public static IReadOnlyList<AccessRow> Rows { get; } = Read();

    /// <exception cref="FormatException">A line is not a row of the table, or a cell holds another word than those of the legend.</exception>
    public static IReadOnlyList<AccessRow> Parse(string document) =>
    [
        .. document.Split('\n')
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Skip(2) // The heading and the rule under it.
            .Select(ParseRow),
    ];

    private static IReadOnlyList<AccessRow> Read()
    {
        using var document = new StreamReader(typeof(AccessTable).Assembly.GetManifestResourceStream("access.md")!);
        return Parse(document.ReadToEnd());
    }

    private static AccessRow ParseRow(string[] columns)
    {
        var visitors = Enum.GetValues<Visitor>();
        if (columns.Length != DescribingColumns + visitors.Length || columns[2] is not ['`', .., '`'])
        {
            throw new FormatException($"Not a row of the table: {string.Join(" | ", columns)}");
        }

        return new AccessRow(
            columns[0], columns[1], columns[2].Trim('`'),
            visitors.Zip(columns.Skip(DescribingColumns)).ToDictionary(cell => cell.First, cell => ParseVerdict(cell.Second)));
    }

    private static Verdict ParseVerdict(string word) => word switch
    {
        "yes" => Verdict.Yes,
        "not there" => Verdict.NotThere,
        "locked" => Verdict.Locked,
        "refused" => Verdict.Refused,
        "sign in" => Verdict.SignIn,
        _ => throw new FormatException($"Not a word of the table: '{word}'"),
    };
}
