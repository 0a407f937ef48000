using System.Security.Claims;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CovidSchoolReporting.App.Identity;

/// <summary>
/// Who asks, at this moment. Every command and every query of a screen begins here, so that a session that was ended, or a user
/// who was shut out or moved, is noticed at the next command at the latest, in a circuit too.
/// </summary>
/// <param name="navigation">Says on which screen the user is, for the audit; null where there are no screens.</param>
public sealed class CurrentActor(
    AuthenticationStateProvider authentication, SessionStore sessions, LastWords lastWords, NavigationManager? navigation = null)
{
    private Guid? _session;

    /// <summary>The session of whoever asked last; null before anybody did.</summary>
    public Guid? SessionId => _session;

    /// <summary>The signed-in user, for components: while prerendering and inside a circuit.</summary>
    /// <exception cref="SessionEndedException">
    /// The session is over. <see cref="SessionGuard"/> in the layout is already leading the browser away: let it pass.
    /// </exception>
    public async ValueTask<Actor> RequireAsync(CancellationToken cancellationToken = default)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        _session = state.User.SessionId() ?? _session;
        try
        {
            var actor = await OpenAsync(state.User, cancellationToken);
            return navigation is null ? actor : actor with { Screen = ScreenName.Of(new Uri(navigation.Uri).AbsolutePath) };
        }
        catch (SessionEndedException)
        {
            await lastWords.AskAsync();
            (authentication as PortalAuthenticationState)?.End();
            throw;
        }
    }

    /// <summary>
    /// Who may put away what was typed, and nothing else: the signed-in user, or whose session ran out on this circuit. Null when the
    /// session was ended by somebody or the user shut out: then nothing of it counts any more.
    /// </summary>
    public async ValueTask<Actor?> MayPutAwayAsync()
    {
        try
        {
            return await RequireAsync(CancellationToken.None);
        }
        catch (SessionEndedException)
        {
            return _session is { } id ? await sessions.FindOwnerAsync(id, CancellationToken.None) : null;
        }
    }

    /// <summary>The signed-in user, for endpoints; the screen is the address that was asked for, for the audit.</summary>
    /// <exception cref="SessionEndedException">The session is over.</exception>
    public async ValueTask<Actor> RequireAsync(HttpContext context, CancellationToken cancellationToken = default) =>
        await OpenAsync(context.User, cancellationToken) with { Screen = ScreenName.Of(context.Request.Path) };

    private async ValueTask<Actor> OpenAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.SessionId() is { } id && await sessions.UseAsync(id, cancellationToken) is { } open
            ? open.Actor
            : throw new SessionEndedException();
}

/// <summary>The session of the user was ended, ran out, or the user was shut out. Nothing was done.</summary>
public sealed class SessionEndedException() : Exception("The session is over.");
