using System.Text.Json;
using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Features.Api.Fhir;

/// <summary>Cases with their contacts as bundles of HL7 FHIR R4. Problems come as problem documents here too.</summary>
internal static class FhirEndpoints
{
    public const string Root = ApiEndpoints.Root + "/fhir";
    public const string Cases = Root + "/cases";
    public const string Case = CaseEndpoints.Case + "/fhir";
    public const string MediaType = "application/fhir+json";

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);

    public static void MapFhir(this IEndpointRouteBuilder routes)
    {
        routes.MapApiGet(Case, ApiScopes.FhirRead, GetCaseAsync)
            .WithName("getCaseAsFhir").WithSummary("One case with its contacts, as a FHIR R4 bundle")
            .Produces<object>(contentType: MediaType).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapApiGet(Cases, ApiScopes.FhirRead, ListCasesAsync)
            .WithName("listCasesAsFhir").WithSummary("Cases with their contacts, in the order in which they changed last, as a FHIR R4 bundle whose link «next» leads on")
            .Produces<object>(contentType: MediaType).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> GetCaseAsync(
        HttpContext context, int id, IReportFeed feed, FhirBundles bundles, CancellationToken cancellationToken) =>
        await feed.FindAsync(ApiEndpoints.ReaderOf(context, Case), id, cancellationToken) is { } report
            ? Answer(bundles.Of([report], next: null))
            : CaseEndpoints.NotFound();

    private static async Task<IResult> ListCasesAsync(
        HttpContext context,
        [AsParameters] FeedQuery asked,
        IReportFeed feed,
        FhirBundles bundles,
        PageTokens tokens,
        IOptions<PortalOptions> portal,
        CancellationToken cancellationToken)
    {
        var (request, query, problem) = asked.Read(context, tokens, Cases, withContacts: true);
        if (request is null)
        {
            return problem!;
        }

        var page = await feed.ReportsAsync(ApiEndpoints.ReaderOf(context, Cases), request, cancellationToken);
        return Answer(bundles.Of(page.Rows, page.HasMore ? Next() : null));

        string Next() => QueryHelpers.AddQueryString(new Uri(portal.Value.PublicUri(), Cases).ToString(), new Dictionary<string, string?>
        {
            ["updatedSince"] = asked.UpdatedSince,
            ["limit"] = asked.Limit,
            ["pageToken"] = tokens.Write(query, page.End),
        });
    }

    private static FileContentHttpResult Answer(Bundle bundle) =>
        TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(bundle, Json), MediaType);
}
