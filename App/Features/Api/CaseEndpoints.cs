using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using Microsoft.Net.Http.Headers;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>Cases and contacts as JSON.</summary>
internal static class CaseEndpoints
{
    public const string Cases = ApiEndpoints.Root + "/cases";
    public const string Case = Cases + "/{id:int}";
    public const string ContactsOfCase = Case + "/contacts";
    public const string Contacts = ApiEndpoints.Root + "/contacts";

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapApiGet(Cases, ApiScopes.CasesRead, ListCasesAsync)
            .WithName("listCases").WithSummary("Cases, in the order in which they changed last")
            .Produces<ApiPage<ApiCase>>().ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapApiGet(Case, ApiScopes.CasesRead, GetCaseAsync)
            .WithName("getCase").WithSummary("One case")
            .Produces<ApiCase>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapApiGet(ContactsOfCase, ApiScopes.CasesRead, GetContactsAsync)
            .WithName("listContactsOfCase").WithSummary("All contacts of one case")
            .Produces<IReadOnlyList<ApiContact>>().ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapApiGet(Contacts, ApiScopes.CasesRead, ListContactsAsync)
            .WithName("listContacts").WithSummary("Contacts of all cases, in the order in which their cases changed last")
            .Produces<ApiPage<ApiContact>>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    public static IResult NotFound() => ApiProblem.NotFound("The client has no case with this id.");

    private static Task<IResult> ListCasesAsync(
        HttpContext context, [AsParameters] FeedQuery query, IReportFeed feed, PageTokens tokens, CancellationToken cancellationToken) =>
        PageAsync(context, query, tokens, Cases, ApiCase.Of, feed.ReportsAsync, cancellationToken);

    private static Task<IResult> ListContactsAsync(
        HttpContext context, [AsParameters] FeedQuery query, IReportFeed feed, PageTokens tokens, CancellationToken cancellationToken) =>
        PageAsync(context, query, tokens, Contacts, ApiContact.Of, feed.ContactsAsync, cancellationToken);

    private static async Task<IResult> PageAsync<TRow, TItem>(
        HttpContext context,
        FeedQuery asked,
        PageTokens tokens,
        string address,
        Func<TRow, TItem> toItem,
        Func<FeedReader, FeedRequest, CancellationToken, Task<FeedPage<TRow>>> read,
        CancellationToken cancellationToken)
    {
        var (request, query, problem) = asked.Read(context, tokens, address);
        if (request is null)
        {
            return problem!;
        }

        var page = await read(ApiEndpoints.ReaderOf(context, address), request, cancellationToken);
        var next = page.End == default ? null : tokens.Write(query, page.End);
        return TypedResults.Ok(new ApiPage<TItem>([.. page.Rows.Select(toItem)], page.HasMore, next));
    }

    private static async Task<IResult> GetCaseAsync(HttpContext context, int id, IReportFeed feed, CancellationToken cancellationToken)
    {
        var reader = ApiEndpoints.ReaderOf(context, Case);
        if (await feed.FindChangeAsync(reader, id, cancellationToken) is not { } change)
        {
            return NotFound();
        }

        // The number is read before the case: under a change in between, the next question brings the case once more, never too few.
        var tag = new EntityTagHeaderValue($"\"{change}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return await feed.FindAsync(reader, id, cancellationToken) is { } report ? TypedResults.Ok(ApiCase.Of(report)) : NotFound();
    }

    private static async Task<IResult> GetContactsAsync(HttpContext context, int id, IReportFeed feed, CancellationToken cancellationToken) =>
        await feed.FindAsync(ApiEndpoints.ReaderOf(context, ContactsOfCase), id, cancellationToken) is { } report
            ? TypedResults.Ok<IReadOnlyList<ApiContact>>([.. report.Contacts.Select(ApiContact.Of)])
            : NotFound();
}
