using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>Lettere: the texts of all letters, by kind and language.</summary>
public partial class LetterTemplatesPage
{
    private IReadOnlyList<LetterTemplate>? _templates;
    private string? _message;

    [Inject]
    public required LetterTemplateDesk Desk { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    protected override Task OnInitializedAsync()
    {
        _message = Message.Take();
        return ReadAsync();
    }

    protected override Task OnChangedAsync(Change change) => change == Change.OfThePolicies ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync() => _templates = await Desk.ListAsync(await ActorAsync(), Gone);

    private IReadOnlyList<string> MissingOf(LetterKind kind) =>
        [.. LetterLanguages.All.Where(language => !_templates!.Any(template => template.Kind == kind && template.Language == language))];
}
