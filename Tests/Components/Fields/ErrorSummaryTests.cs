using Bunit;
using CovidSchoolReporting.App.Components.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Fields;

public sealed class ErrorSummaryTests : ScreenContext
{
    private const string Heading = "ERRORE! Salvataggio non riuscito. Correggere i dati indicati in rosso";
    private static readonly FieldError[] Errors = [new("lastContact", "Data di ultimo contatto obbligatoria"), new("name", "Nome obbligatorio")];

    [Fact]
    public void Render_NoErrors_ShowsNothing()
    {
        var summary = RenderSummary([], 0);

        Assert.Equal("", summary.Markup.Trim());
    }

    [Fact]
    public void Render_Errors_LinksEachToItsFieldInsideThisPage()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("casi/7/contatti/nuovo");

        var summary = RenderSummary(Errors, 1);

        Assert.Equal(Heading, summary.Find("[role=alert] h2").TextContent.Trim());
        var links = summary.FindAll("a");
        Assert.Equal(["Data di ultimo contatto obbligatoria", "Nome obbligatorio"], links.Select(link => link.TextContent));
        Assert.EndsWith("/casi/7/contatti/nuovo#lastContact", links[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("lastContact", links[0].GetAttribute("data-focus"));
    }

    [Fact]
    public void Render_NewAttempt_TakesTheFocusOncePerAttempt()
    {
        var summary = RenderSummary(Errors, 1);
        summary.Render(p => p.Add(s => s.Errors, Errors[..1]));
        Assert.Equal(1, CountFocus());

        summary.Render(p => p.Add(s => s.Attempt, 2));

        Assert.Equal(2, CountFocus());
    }

    [Theory]
    [InlineData(NoticeKind.Success, "status")]
    [InlineData(NoticeKind.Warning, "status")]
    [InlineData(NoticeKind.Error, "alert")]
    public void Notice_OfEachKind_IsAnnouncedAndHasAnIcon(NoticeKind kind, string role)
    {
        var notice = Render<Notice>(p => p.Add(n => n.Kind, kind).AddChildContent("Caso salvato"));

        Assert.Equal(role, notice.Find(".notice").GetAttribute("role"));
        Assert.NotNull(notice.Find("svg"));
        Assert.Contains("Caso salvato", notice.Markup, StringComparison.Ordinal);
    }

    private int CountFocus() => JSInterop.Invocations.Count(call => call.Identifier.EndsWith("focus", StringComparison.OrdinalIgnoreCase));

    private IRenderedComponent<ErrorSummary> RenderSummary(IReadOnlyList<FieldError> errors, int attempt) =>
        Render<ErrorSummary>(p => p.Add(s => s.Heading, Heading).Add(s => s.Errors, errors).Add(s => s.Attempt, attempt));
}
