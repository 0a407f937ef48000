using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace CovidSchoolReporting.App.Identity;

/// <summary>
/// The authentication state of a circuit. It turns anonymous at once when the session ends in this process, and within
/// seconds when it ends in another (the command line, another node).
/// </summary>
internal sealed class PortalAuthenticationState : RevalidatingServerAuthenticationStateProvider
{
    private readonly SessionStore _sessions;
    private readonly SessionWatch _watch;
    private readonly DatabaseEngine _engine;
    private readonly LastWords _lastWords;
    private IDisposable? _subscription;

    public PortalAuthenticationState(
        ILoggerFactory loggers, SessionStore sessions, SessionWatch watch, DatabaseEngine engine, LastWords lastWords)
        : base(loggers)
    {
        (_sessions, _watch, _engine, _lastWords) = (sessions, watch, engine, lastWords);
        AuthenticationStateChanged += Follow;
    }

    protected override TimeSpan RevalidationInterval { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Makes the circuit anonymous. Whoever watches the state leads the browser away.</summary>
    public void End() => SetAuthenticationState(Task.FromResult(new AuthenticationState(PortalPrincipal.Anonymous)));

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            if (authenticationState.User.SessionId() is { } id && await _sessions.IsOpenAsync(id, cancellationToken))
            {
                return true;
            }

            await _lastWords.AskAsync();
            return false;
        }
        catch (Exception exception) when (_engine.IsUnavailable(exception))
        {
            return true; // A database that does not answer is no reason to throw people out; their commands will say so.
        }
    }

    protected override void Dispose(bool disposing)
    {
        AuthenticationStateChanged -= Follow;
        _subscription?.Dispose();
        base.Dispose(disposing);
    }

    private async void Follow(Task<AuthenticationState> changed)
    {
        var user = (await changed).User;
        _subscription?.Dispose();
        _subscription = user.SessionId() is { } session && user.UserId() is { } id ? _watch.Subscribe(session, id, End) : null;
    }
}
