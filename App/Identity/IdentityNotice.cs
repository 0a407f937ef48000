using CovidSchoolReporting.App.Identity.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CovidSchoolReporting.App.Identity;

/// <summary>
/// A page that says what happened and where to go on. It needs no circuit, no session and no database,
/// so that it can always be shown.
/// </summary>
/// <param name="Key">Names the texts in <c>IdentityText.resx</c>: <c>{Key}_Title</c>, <c>{Key}_Text</c>, <c>{Key}_Action</c>.</param>
/// <param name="Onward">Where the page's link leads; null when the way on is to sign out.</param>
public sealed record IdentityNotice(string Key, int Status, string? Onward)
{
    public static readonly IdentityNotice NotRegistered = new(nameof(NotRegistered), StatusCodes.Status403Forbidden, null);
    public static readonly IdentityNotice Disabled = new(nameof(Disabled), StatusCodes.Status403Forbidden, null);
    public static readonly IdentityNotice EmailNotVerified = new(nameof(EmailNotVerified), StatusCodes.Status403Forbidden, null);
    public static readonly IdentityNotice Refused = new(nameof(Refused), StatusCodes.Status403Forbidden, IdentityPaths.Enter);
    public static readonly IdentityNotice Unavailable = new(nameof(Unavailable), StatusCodes.Status502BadGateway, IdentityPaths.Enter);
    public static readonly IdentityNotice SignedOut = new(nameof(SignedOut), StatusCodes.Status200OK, IdentityPaths.Enter);
    public static readonly IdentityNotice SessionEnded = new(nameof(SessionEnded), StatusCodes.Status200OK, IdentityPaths.Enter);
    public static readonly IdentityNotice SignedInAgain = new(nameof(SignedInAgain), StatusCodes.Status200OK, "/");
    public static readonly IdentityNotice TooManyAttempts = new(nameof(TooManyAttempts), StatusCodes.Status429TooManyRequests, IdentityPaths.Enter);
    public static readonly IdentityNotice Stale = new(nameof(Stale), StatusCodes.Status400BadRequest, "/");
    public static readonly IdentityNotice Forbidden = new(nameof(Forbidden), StatusCodes.Status403Forbidden, "/");
    public static readonly IdentityNotice Failure = new(nameof(Failure), StatusCodes.Status500InternalServerError, "/");

    /// <summary>The notices that an address can ask for: the reasons why a sign-in failed.</summary>
    public static IReadOnlyList<IdentityNotice> SignInFailures { get; } = [Unavailable, Refused, NotRegistered, Disabled, EmailNotVerified];

    /// <summary>The address that shows this notice, for a redirect out of an address that holds protocol parameters.</summary>
    public string Address => $"{IdentityPaths.Error}?motivo={Key}";

    public Task WriteAsync(HttpContext context)
    {
        // Asking for the token stores its cookie: only the pages with a form need it.
        var token = Onward is null ? context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken : null;
        return new RazorComponentResult<NoticePage>(new { Notice = this, AntiforgeryToken = token })
        {
            StatusCode = Status,
        }.ExecuteAsync(context);
    }
}
