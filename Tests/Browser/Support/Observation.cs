using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>What a browser did behind the screen: what it asked for, what the page's policy stopped, what went wrong in scripts.</summary>
public sealed class Observation
{
    private readonly ConcurrentQueue<string> _addresses = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<string> _scriptErrors = new();
    private string[] _ofADeadLine = [];

    /// <summary>Every address asked for or shown.</summary>
    public IReadOnlyCollection<string> Addresses => _addresses;

    /// <summary>What the Content-Security-Policy stopped: the directive, what it stopped, and the source that asked.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    public IReadOnlyCollection<string> ScriptErrors => _scriptErrors;

    /// <summary>
    /// The server dies in this test. The window that says so takes the focus, and Blazor throws what the field that lost it wanted to
    /// say to a line that is dead.
    /// </summary>
    public void ExpectADeadLine() => _ofADeadLine =
        ["WebSocket closed", "Failed to complete negotiation", "Failed to fetch", "Circuit host not initialized", "Cannot send data"];

    internal static async Task<Observation> OfAsync(IBrowserContext context)
    {
        var seen = new Observation();
        context.Request += (_, request) => seen._addresses.Enqueue(request.Url);
        context.WebError += (_, error) =>
        {
            if (!seen._ofADeadLine.Any(known => error.Error.Contains(known, StringComparison.Ordinal)))
            {
                seen._scriptErrors.Enqueue(error.Error);
            }
        };
        context.Page += (_, page) => page.FrameNavigated += (_, frame) => seen._addresses.Enqueue(frame.Url);
        await context.ExposeBindingAsync("tellViolation", (BindingSource _, string said) => seen._violations.Enqueue(said));
        await context.AddInitScriptAsync("""
            addEventListener('securitypolicyviolation', event => tellViolation(
              `${event.effectiveDirective} stopped ${event.blockedURI} asked for by ${event.sourceFile.replace(location.origin, '')}`));
            """);
        return seen;
    }
}
