namespace CovidSchoolReporting.Tests.Access;

/// <summary>Walks every cell of docs/access.md: over HTTP, inside a circuit, and at the commands.</summary>
public sealed class AccessWalkTests(AccessStage stage) : IClassFixture<AccessStage>
{
    public static TheoryData<string> Addresses => [.. AccessTable.Rows.Where(row => row.Address is not null).Select(row => row.How)];

    public static TheoryData<string> PagesInCircuits =>
        [.. AccessTable.Rows.Where(row => row.Address is { } address && Pages.InCircuit(address) is not null).Select(row => row.How)];

    public static TheoryData<string> Commands => [.. AccessTable.Rows.Where(row => row.Address is null).Select(row => row.How)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Http_EveryCellOfTheRow_IsTrue(string how) => AssertNone(await new HttpWalk(stage).FaultsAsync(Row(how)));

    [Theory]
    [MemberData(nameof(PagesInCircuits))]
    public async Task Circuit_EveryCellOfTheRow_IsTrue(string how) =>
        AssertNone(await new CircuitWalk(stage).FaultsAsync(Row(how), Pages.InCircuit(Row(how).Address!)!));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_EveryCellOfTheRow_IsTrue(string how) => AssertNone(await new CommandWalk(stage).FaultsAsync(Row(how)));

    /// <summary>The walks themselves can fail: a cell that promises too much, or too little, is noticed.</summary>
    [Theory]
    [InlineData("GET /casi/{foreign}", Visitor.Referent, Verdict.Yes)]
    [InlineData("GET /casi/{own}", Visitor.Referent, Verdict.NotThere)]
    [InlineData("GET /casi", Visitor.Administrator, Verdict.Yes)]
    [InlineData("CaseReporting.CloseAndSendAsync {foreign}", Visitor.HeadTeacher, Verdict.Yes)]
    [InlineData("IReportQueries.FindAsync {report}", Visitor.OperatorHere, Verdict.NotThere)]
    public async Task Walk_WrongCell_IsNoticed(string how, Visitor visitor, Verdict wrong)
    {
        var row = Row(how);
        var lie = row with { Cells = new Dictionary<Visitor, Verdict> { [visitor] = wrong } };

        Assert.NotEmpty(row.Address is null ? await new CommandWalk(stage).FaultsAsync(lie) : await new HttpWalk(stage).FaultsAsync(lie));
    }

    /// <summary>With all of the words: xunit's own message shortens them.</summary>
    private static void AssertNone(IReadOnlyList<string> faults) =>
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

    private static AccessRow Row(string how) => AccessTable.Rows.Single(row => row.How == how);
}
