using System.Security.Claims;
using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CovidSchoolReporting.App.Identity.Embedded;

/// <summary>The sign-in page of the embedded provider, and what it posts.</summary>
internal static class SignInEndpoints
{
    /// <summary>Names of the fields in the form.</summary>
    public const string Email = "email", Password = "password", Demonstration = "dimostrazione";

    public static void MapSignInPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(IdentityPaths.SignIn, (HttpContext context) => Page(context, new SignInForm("", []), StatusCodes.Status200OK))
            .AllowAnonymous();
        routes.MapPost(IdentityPaths.SignIn, SignInAsync).AllowAnonymous().RequireRateLimiting(SignInAttempts.Policy);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        EmbeddedAccounts accounts,
        DatabaseEngine engine,
        IHostEnvironment environment,
        CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Page(context, new SignInForm("", ["SignIn_Stale"]), StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (email, password) = (form[Email].ToString(), form[Password].ToString());
        try
        {
            if (environment.IsDevelopment() && DemonstrationAccounts.Find(form[Demonstration].ToString()) is { } demonstration)
            {
                return await EnterAsync(context, await accounts.FindAsync(demonstration.Email, cancellationToken));
            }

            var faults = Faults(email, password);
            if (faults.Count > 0)
            {
                return Page(context, new SignInForm(Shorten(email), faults), StatusCodes.Status400BadRequest);
            }

            return await accounts.ProveAsync(email, password, cancellationToken) is { } account
                ? await EnterAsync(context, account)
                : Page(context, new SignInForm(email, ["SignIn_Wrong"]), StatusCodes.Status400BadRequest);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            return Page(context, new SignInForm(Shorten(email), ["SignIn_Unavailable"]), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static List<string> Faults(string email, string password)
    {
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(email))
        {
            faults.Add("SignIn_EmailMissing");
        }

        if (password.Length == 0)
        {
            faults.Add("SignIn_PasswordMissing");
        }

        // Longer than any account's: no need to hash a megabyte to know that it is wrong.
        if (email.Length > EmailAddress.MaxLength || password.Length > EmbeddedAccounts.PasswordMaxLength)
        {
            faults.Add("SignIn_Wrong");
        }

        return faults;
    }

    private static string Shorten(string email) => email[..Math.Min(email.Length, EmailAddress.MaxLength)];

    private static async Task<IResult> EnterAsync(HttpContext context, ProvenAccount? account)
    {
        if (account is null)
        {
            return Page(context, new SignInForm("", ["SignIn_Wrong"]), StatusCodes.Status400BadRequest);
        }

        var identity = new ClaimsIdentity([new Claim(Claims.Subject, account.Subject)], EmbeddedProvider.CookieScheme);
        await context.SignInAsync(EmbeddedProvider.CookieScheme, new ClaimsPrincipal(identity));
        return Results.Redirect(ReturnTo(context));
    }

    /// <summary>Back to the request that sent the user here, and to nothing else.</summary>
    private static string ReturnTo(HttpContext context)
    {
        var address = context.Request.Query[IdentityPaths.Return].ToString();
        return address.StartsWith(EmbeddedProvider.AuthorizePath + "?", StringComparison.Ordinal) ? address : IdentityPaths.Enter;
    }

    private static RazorComponentResult<SignInPage> Page(HttpContext context, SignInForm form, int status)
    {
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken;
        var environment = context.RequestServices.GetRequiredService<IHostEnvironment>();
        return new RazorComponentResult<SignInPage>(new
        {
            Form = form,
            Action = context.Request.Path + context.Request.QueryString,
            AntiforgeryToken = token,
            Demonstration = environment.IsDevelopment() ? DemonstrationAccounts.All : [],
        })
        {
            StatusCode = status,
        };
    }
}

/// <summary>What the sign-in page shows again after an attempt. Never the password.</summary>
/// <param name="Faults">Names of texts in <c>IdentityText.resx</c>.</param>
public sealed record SignInForm(string Email, IReadOnlyList<string> Faults)
{
    public bool Has(string fault) => Faults.Contains(fault);
}
