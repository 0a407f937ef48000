using CovidSchoolReporting.App.Features.Api;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Hosting;

/// <summary>Starting, and refusing to start with a sentence that says why.</summary>
internal static class Startup
{
    /// <summary>Checks the whole configuration before anything is touched.</summary>
    /// <exception cref="OptionsValidationException">A value is wrong.</exception>
    /// <exception cref="AggregateException">Values of several sections are wrong.</exception>
    public static void ValidateConfiguration(this WebApplication app) => app.Services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>The first steps of every request. Routing comes after them, so that they can change what is asked for.</summary>
    public static async Task UsePortalHostingAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<ContentSecurityPolicy>().PrepareAsync();
        if (!app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUri().IsLoopback)
        {
            app.UseForwardedHeaders();
        }

        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteFailureAsync });
        app.UseHeadAsGet();
        app.UseCanonicalLoopback();
        app.UseOwnOriginForCircuits();
        app.UseRouting();
    }

    /// <summary>Runs until asked to stop. The last line of the start is the address to open.</summary>
    public static async Task<int> RunPortalAsync(this WebApplication app)
    {
        app.WarnOfUnsealedKeys();
        await app.StartAsync();
        app.Logger.LogInformation("The portal is open at {Address}", app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicAddress);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The sentence for a start that failed through the configuration or the machine; null for a fault of the program.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures.Select(Sentence)),
        AggregateException several when several.InnerExceptions.All(e => e is OptionsValidationException) =>
            string.Join(Environment.NewLine, several.InnerExceptions.Select(Explain)),

        // The binder's own message names the key and the value that it could not read.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } unreadable => unreadable.Message,
        DatabaseUnusableException unusable => unusable.Message,
        IOException { InnerException: AddressInUseException } or UnauthorizedAccessException => exception.Message,
        _ => null,
    };

    private static Task WriteFailureAsync(HttpContext context) =>
        ApiEndpoints.IsApi(context) ? ApiProblem.WriteFailureAsync(context) : IdentityNotice.Failure.WriteAsync(context);

    // Data annotations wrap the sentence in one of their own.
    private static string Sentence(string failure)
    {
        const string Before = "with the error: '";
        var start = failure.IndexOf(Before, StringComparison.Ordinal);
        return start < 0 ? failure : failure[(start + Before.Length)..].TrimEnd('.').TrimEnd('\'');
    }
}
