using System.Text.Json;
using System.Text.Json.Serialization;
using CovidSchoolReporting.App.Features.Api.Fhir;
using Microsoft.AspNetCore.Http.Json;

namespace CovidSchoolReporting.App.Features.Api;

internal static class ApiServices
{
    /// <summary>The HTTP API. Needs <c>AddPortalIdentity</c>.</summary>
    public static void AddPortalApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddApiTokens();
        services.AddSingleton<ApiGate>();
        services.AddSingleton<PageTokens>();
        services.AddSingleton<FhirBundles>();
        services.Configure<JsonOptions>(options => Write(options.SerializerOptions));
        services.AddApiDocument();
    }

    /// <summary>Names and enumerations in camelCase, numbers as numbers.</summary>
    private static void Write(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
