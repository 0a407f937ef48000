using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Infrastructure.Letters;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>Letters as PDF files. No file's name and no address holds a datum of a person.</summary>
public static class LetterEndpoints
{
    public static void MapLetters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{LetterAddress.Templates}/{{word}}/{{language}}/prova.pdf", (
                string word, string language, HttpContext http, CurrentActor current, LetterTemplateDesk desk,
                IStringLocalizer<SharedTexts> text, CancellationToken cancellationToken) =>
            FileAsync(http, current, text, $"prova-{word}-{language}", async actor =>
                (await desk.ListAsync(actor, cancellationToken))?.FirstOrDefault(t => t.Kind == LetterAddress.KindOf(word) && t.Language == language) is { } template
                    ? [LetterPage.Invented(LetterTemplateDraft.Of(template))]
                    : null))
            .RequireAuthorization(Policies.AgencyAdministrator);
        endpoints.MapGet("/ats/casi/{id:int}/lettere/{key:guid}.pdf", (
                int id, Guid key, HttpContext http, CurrentActor current, LetterIssuing letters,
                IStringLocalizer<SharedTexts> text, CancellationToken cancellationToken) =>
            FileAsync(http, current, text, $"lettere-caso-{id}", actor => letters.PagesAsync(actor, id, key, cancellationToken)))
            .RequireAuthorization(Policies.AgencyOperator);
        endpoints.MapGet("/casi/{id:int}/provvedimento.pdf", (
                int id, HttpContext http, CurrentActor current, LetterIssuing letters,
                IStringLocalizer<SharedTexts> text, CancellationToken cancellationToken) =>
            FileAsync(http, current, text, $"provvedimento-caso-{id}", async actor => (await letters.MeasureAsync(actor, id, cancellationToken))?.Pages))
            .RequireAuthorization(Policies.School);
    }

    private static async Task<IResult> FileAsync(
        HttpContext http, CurrentActor current, IStringLocalizer<SharedTexts> text, string name,
        Func<Actor, Task<IReadOnlyList<LetterPage>?>> find)
    {
        try
        {
            var actor = await current.RequireAsync(http, http.RequestAborted);
            if (await find(actor) is not { Count: > 0 } pages)
            {
                return Results.NotFound();
            }

            http.Response.Headers.CacheControl = "no-store";
            return Results.File(LetterPdf.Write(pages, text["AgencyName"]), LetterPdf.ContentType, $"{name}.pdf");
        }
        catch (SessionEndedException)
        {
            return Results.Challenge();
        }
    }
}
