using System.Reflection;
using CovidSchoolReporting.App.Features.Drafts;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.LineLists;
using CovidSchoolReporting.Infrastructure.Retention;
using CovidSchoolReporting.Infrastructure.Schools;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>The table misses nothing, and what reads and compares for the walks can fail.</summary>
public sealed class AccessTableTests
{
    private const string Frame = "| Thing | Action | How | 1 | 2 | 3 | 4 | 5 | 6 |\n|---|---|---|---|---|---|---|---|---|\n";

    [Fact]
    public void Table_EveryPageOfThePortal_HasARow() => Assert.All(
        Pages.All, page => Assert.Contains(AccessTable.Rows, row => row.Address is { } address && Pages.IsAt(page.Template, address)));

    [Fact]
    public void Table_EveryAddressOfSigningInAndOut_HasARow()
    {
        string[] paths =
        [
            IdentityPaths.Enter, IdentityPaths.Leave, IdentityPaths.SignedOut, IdentityPaths.SessionEnded, IdentityPaths.Error,
            IdentityPaths.SignIn, LanguageEndpoint.Path, DraftEndpoints.HandIn, DraftEndpoints.Token, DraftEndpoints.SignedInAgain,
        ];

        Assert.All(paths, path => Assert.Contains(AccessTable.Rows, row => row.Address?.Split('?')[0] == path));
    }

    [Theory]
    [InlineData(typeof(ICaseQueries))]
    [InlineData(typeof(IKnownPeople))]
    [InlineData(typeof(CaseReporting))]
    [InlineData(typeof(IRosterQueries))]
    [InlineData(typeof(RosterKeeping))]
    [InlineData(typeof(IDraftStore))]
    [InlineData(typeof(IReportQueries))]
    [InlineData(typeof(AgencyDesk))]
    [InlineData(typeof(IEpidemicQueries))]
    [InlineData(typeof(IClusterQueries))]
    [InlineData(typeof(ClusterDesk))]
    [InlineData(typeof(IQueueQueries))]
    [InlineData(typeof(ISavedViews))]
    [InlineData(typeof(ReportBatch))]
    [InlineData(typeof(IReportHistory))]
    [InlineData(typeof(IDecisionQueries))]
    [InlineData(typeof(DecisionDesk))]
    [InlineData(typeof(IRelatedCases))]
    [InlineData(typeof(IMatchQueries))]
    [InlineData(typeof(MatchDesk))]
    [InlineData(typeof(IColumnMemory))]
    [InlineData(typeof(PolicyDesk))]
    [InlineData(typeof(LetterTemplateDesk))]
    [InlineData(typeof(LetterIssuing))]
    [InlineData(typeof(LineListExports))]
    [InlineData(typeof(UserDesk))]
    [InlineData(typeof(RetentionDesk))]
    [InlineData(typeof(SchoolDesk))]
    [InlineData(typeof(AuditDesk))]
    public void Table_EveryQueryAndCommand_HasARow(Type service) => Assert.All(
        service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name is not (nameof(RosterKeeping.ExpireAsync) or nameof(RetentionDesk.NightlyAsync) or nameof(IDisposable.Dispose))), // Done by the portal itself, for nobody.
        method => Assert.Contains(AccessTable.Rows, row => row.How.Split(' ')[0] == $"{service.Name}.{method.Name}"));

    [Fact]
    public void Table_EveryRow_StandsOnce() => Assert.Distinct(AccessTable.Rows.Select(row => row.How));

    [Fact]
    public void Parse_Row_GivesEachVisitorTheirCell()
    {
        var row = Assert.Single(AccessTable.Parse(Frame + "| A case | open | `GET /casi/{own}` | sign in | yes | locked | refused | not there | yes |"));

        Assert.Equal("/casi/{own}", row.Address);
        Assert.Equal(
            [Verdict.SignIn, Verdict.Yes, Verdict.Locked, Verdict.Refused, Verdict.NotThere, Verdict.Yes],
            Enum.GetValues<Visitor>().Select(visitor => row.Cells[visitor]));
    }

    [Theory]
    [InlineData("| A case | open | `GET /casi` | sign in | yes | maybe | refused | not there | yes |")]
    [InlineData("| A case | open | `GET /casi` | sign in | yes | refused | not there | yes |")]
    [InlineData("| A case | open | GET /casi | sign in | yes | yes | refused | not there | yes |")]
    public void Parse_UnknownWordOrMissingCell_Throws(string line) =>
        Assert.Throws<FormatException>(() => AccessTable.Parse(Frame + line));

    [Theory]
    [InlineData(200, "nosniff", "<p>Non trovato</p>", "status")]
    [InlineData(404, "", "<p>Non trovato</p>", "headers")]
    [InlineData(404, "nosniff", "<p>Di un’altra scuola</p>", "texts")]
    [InlineData(404, "nosniff", "<p>Non trovato</p><!--Blazor:0123456789012345678901234567890123456789012345678901234567890123-->", "texts")]
    public void Look_SomethingTells_IsNoticed(int status, string headers, string body, string what) =>
        Assert.StartsWith(what, Look.Of(status, headers, body, "/casi/1").DifferenceFrom(Look.Of(404, "nosniff", "<p>Non trovato</p>", "/casi/2")), StringComparison.Ordinal);

    [Fact]
    public void Look_SealedPartOfAnotherSize_IsNoticed() =>
        Assert.StartsWith(
            "sizes",
            Look.Of(404, "", $"<!--Blazor:{new string('a', 100)}-->", "/casi/1").DifferenceFrom(Look.Of(404, "", "<!--Blazor:a-->", "/casi/2")),
            StringComparison.Ordinal);

    [Fact]
    public void Look_OnlyAddressNonceAndTokenDiffer_IsTheSame() =>
        Assert.Null(Answer("/casi/12", "aGVsbG8=").DifferenceFrom(Answer("/casi/900000", "d29ybGQ=")));

    [Fact]
    public void Look_OnlyAddressWithTwoWordsDiffers_IsTheSame() => Assert.Null(
        Answer("/casi/nuovo?dacaso=1&dacontatto=2", "aGVsbG8=").DifferenceFrom(Answer("/casi/nuovo?dacaso=900000&dacontatto=900000", "aGVsbG8=")));

    private static Look Answer(string address, string once) => Look.Of(
        404,
        $"Content-Security-Policy: script-src 'nonce-{once}'",
        $"""<a href="{address.Replace("&", "&amp;", StringComparison.Ordinal)}#contenuto"></a><a href="/lingua?ritorno={Uri.EscapeDataString(address)}">IT</a><script nonce="{once}"></script><input name="__RequestVerificationToken" value="{once}" /><!--Blazor:{once}-->""",
        address);
}
