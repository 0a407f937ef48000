using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CovidSchoolReporting.App.Components.Theme;
using CovidSchoolReporting.App.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CovidSchoolReporting.App.Hosting;

/// <summary>
/// The Content-Security-Policy: nothing from other hosts, no inline script without the request's nonce, and of inline styles
/// only those that MudBlazor's theme writes, known by their hashes.
/// </summary>
internal sealed partial class ContentSecurityPolicy(IServiceScopeFactory scopes, ILoggerFactory loggers, ProviderChoice provider)
{
    private string? _policy;

    /// <exception cref="InvalidOperationException"><see cref="PrepareAsync"/> was not awaited first.</exception>
    public string For(string nonce) =>
        (_policy ?? throw new InvalidOperationException("The policy was not prepared.")).Replace("{nonce}", nonce, StringComparison.Ordinal);

    /// <summary>Renders the theme once and takes the hashes of its styles, so that nobody has to copy them by hand when it changes.</summary>
    public async Task PrepareAsync()
    {
        var styles = await RenderThemeAsync();
        string[] hashes = [.. StyleElements().Matches(styles).Select(m => m.Groups[1].Value).Append("").Select(Hash).Distinct()];

        // Signing out posts a form that ends at the provider, and browsers hold redirects after a form against form-action too.
        var formTargets = provider is ProviderChoice.External external
            ? $"'self' {external.Authority.GetLeftPart(UriPartial.Authority)}"
            : "'self'";
        _policy = string.Join("; ",
            "default-src 'none'",
            "base-uri 'self'",
            "object-src 'none'",
            "frame-ancestors 'none'",
            $"form-action {formTargets}",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "script-src 'self' 'nonce-{nonce}'",
            $"style-src-elem 'self' {string.Join(' ', hashes)}",
            "style-src-attr 'unsafe-inline'");
    }

    private static string Hash(string style) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";

    [GeneratedRegex("<style[^>]*>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElements();

    private async Task<string> RenderThemeAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(MudThemeProvider.Theme)] = PortalTheme.Instance,
                [nameof(MudThemeProvider.IsDarkMode)] = false,
            });
            return (await renderer.RenderComponentAsync<MudThemeProvider>(parameters)).ToHtmlString();
        });
    }
}
