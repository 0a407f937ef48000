using System.Text.Json;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace CovidSchoolReporting.App.Features.Drafts;

/// <summary>What a page asks for when it has lost its circuit (js/typing.js).</summary>
public static class DraftEndpoints
{
    /// <summary>POST: hands in the fields of a form.</summary>
    public const string HandIn = "/bozze";

    /// <summary>GET: a new antiforgery token for a page whose user has signed in again.</summary>
    public const string Token = "/bozze/gettone";

    /// <summary>GET: where a sign-in ends that was begun beside a page which waits for it.</summary>
    public const string SignedInAgain = "/bozze/accesso";

    /// <summary>Largest body in bytes: every field of a form at its limit takes a fifth of it.</summary>
    public const int MaxBytes = 64 * 1024;

    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(HandIn, TakeAsync);
        routes.MapGet(Token, GiveToken);
        routes.MapGet(SignedInAgain, IdentityNotice.SignedInAgain.WriteAsync);
    }

    private static IResult GiveToken(HttpContext context, IAntiforgery antiforgery)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { token = antiforgery.GetAndStoreTokens(context).RequestToken });
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context, IAntiforgery antiforgery, CurrentActor current, FormHandIn forms, CancellationToken cancellationToken)
    {
        // A script asks: it reads the status, and a page of words would only be in the way.
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        if (context.Request.ContentLength > MaxBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        try
        {
            if (!await antiforgery.IsRequestValidAsync(context) || await ReadAsync(context.Request, cancellationToken) is not { } form)
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            var actor = await current.RequireAsync(context, cancellationToken);
            return await forms.TakeAsync(actor, form.Ticket, form.Fields, cancellationToken) switch
            {
                HandInOutcome.Taken taken => Results.Json(new { address = taken.Address }),
                HandInOutcome.NoRoom => Results.StatusCode(StatusCodes.Status507InsufficientStorage),
                HandInOutcome.Busy => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
                _ => Results.StatusCode(StatusCodes.Status404NotFound),
            };
        }
        catch (BadHttpRequestException exception)
        {
            return Results.StatusCode(exception.StatusCode); // Larger than it said, or broken off.
        }
        catch (SessionEndedException)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        catch (StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<HandedIn?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            return await request.ReadFromJsonAsync<HandedIn>(cancellationToken) is { Ticket: not null, Fields: not null } form
                && form.Fields.Values.All(value => value is not null) ? form : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record HandedIn(string Ticket, Dictionary<string, string> Fields);
}
