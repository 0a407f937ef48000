using System.Globalization;
using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Identity.Embedded;
using CovidSchoolReporting.Domain.Access;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>The description of the API for programs and their makers: <c>/openapi/v1.json</c>, open to everybody. It holds nothing of anybody.</summary>
internal static class ApiDocument
{
    public const string Path = "/openapi/{documentName}.json";

    private const string OAuth = "oauth2";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description =>
            description.RelativePath?.StartsWith(ApiEndpoints.Root[1..], StringComparison.Ordinal) is true;
        options.AddDocumentTransformer(DescribeAsync);
        options.AddOperationTransformer(CompleteAsync);
    });

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var services = context.ApplicationServices;
        var address = services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUri();
        document.Info = new OpenApiInfo
        {
            Title = "COVID-19 school cases for the agency's other systems",
            Version = "1",
            Description = "Reads the cases that schools sent to the agency, with their contacts. Fields and values may be added; none is taken "
                + "away or changes its meaning at the same address: pass over what you do not know. Instants are UTC, days are yyyy-MM-dd. Problems "
                + "come as application/problem+json (RFC 9457), whose type does not change.",
        };
        document.Servers = [new OpenApiServer { Url = address.GetLeftPart(UriPartial.Authority) }];
        var components = document.Components ??= new OpenApiComponents();
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [OAuth] = services.GetRequiredService<ProviderChoice>() is ProviderChoice.External external ? OfProvider(external) : Embedded(address),
        };
        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme Embedded(Uri address) => new()
    {
        Type = SecuritySchemeType.OAuth2,
        Flows = new OpenApiOAuthFlows
        {
            ClientCredentials = new OpenApiOAuthFlow
            {
                TokenUrl = new Uri(address, EmbeddedProvider.TokenPath),
                Scopes = new Dictionary<string, string>
                {
                    [ApiScopes.CasesRead] = "Read cases and contacts as JSON",
                    [ApiScopes.FhirRead] = "Read cases and contacts as FHIR bundles",
                },
            },
        },
    };

    private static OpenApiSecurityScheme OfProvider(ProviderChoice.External external) => new()
    {
        Type = SecuritySchemeType.OpenIdConnect,
        OpenIdConnectUrl = new Uri($"{external.Authority.ToString().TrimEnd('/')}/.well-known/openid-configuration"),
    };

    private static Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var description = context.Description;
        if (description.ActionDescriptor.EndpointMetadata.OfType<ApiScopeNeeded>().SingleOrDefault() is { } scope)
        {
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(OAuth, context.Document)] = [scope.Name] },
            ];
        }

        foreach (var parameter in operation.Parameters ?? [])
        {
            Complete(parameter);
        }

        var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        if (ApiExamples.Of("/" + description.RelativePath, json) is { } example
            && operation.Responses?["200"].Content?.Values.FirstOrDefault() is { } content)
        {
            content.Example = example;
        }

        return Task.CompletedTask;
    }

    // All are read as texts, so that the answer can name the one that is wrong: what they must be like is said here.
    private static void Complete(IOpenApiParameter parameter)
    {
        if (parameter.Schema is not OpenApiSchema schema)
        {
            return;
        }

        if (parameter.Name == "limit")
        {
            schema.Type = JsonSchemaType.Integer;
            (schema.Minimum, schema.Maximum) = ("1", FeedQuery.HighestLimit.ToString(CultureInfo.InvariantCulture));
            schema.Default = FeedQuery.DefaultLimit;
        }
        else if (parameter.Name == "updatedSince")
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "date-time";
            schema.Examples = ["2020-11-25T09:00:00Z"];
        }
    }
}
