using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>What a browser did behind the screen: what it asked for, what the page's policy stopped, what went wrong in scripts.</summary>
public sealed class Observation
{
    private readonly ConcurrentQueue<string> _addresses = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<string> _scriptErrors = new();

    /// <summary>Every address asked for or shown.</summary>
    public IReadOnlyCollection<string> Addresses => _addresses;

    /// <summary>What the Content-Security-Policy stopped: the directive, what it stopped, and the source that asked.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    public IReadOnlyCollection<string> ScriptErrors => _scriptErrors;

    internal static async Task<Observation> OfAsync(IBrowserContext context)
    {
        var seen = new Observation();
        context.Request += (_, request) => seen._addresses.Enqueue(request.Url);
        context.WebError += (_, error) => seen._scriptErrors.Enqueue(error.Error);
        context.Page += (_, page) => page.FrameNavigated += (_, frame) => seen._addresses.Enqueue(frame.Url);
        await context.ExposeBindingAsync("tellViolation", (BindingSource _, string said) => seen._violations.Enqueue(said));
        await context.AddInitScriptAsync("""
            addEventListener('securitypolicyviolation', event => tellViolation(
              `${event.effectiveDirective} stopped ${event.blockedURI} asked for by ${event.sourceFile.replace(location.origin, '')}`));
            """);
        return seen;
    }
}
