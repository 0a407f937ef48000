using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Guide;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>Somebody saved a newer version: shows both values of each field that differs, and the user chooses.</summary>
public partial class VersionComparison
{
    private readonly HashSet<string> _takeMine = [];
    private IReadOnlyList<FieldDifference> _differences = [];
    private ElementReference _box;

    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    /// <summary>What the user was shown before typing.</summary>
    [Parameter, EditorRequired]
    public PersonDraft Original { get; set; } = null!;

    /// <summary>What the user typed.</summary>
    [Parameter, EditorRequired]
    public PersonDraft Mine { get; set; } = null!;

    /// <summary>What is stored now.</summary>
    [Parameter, EditorRequired]
    public PersonDraft Theirs { get; set; } = null!;

    /// <summary>The user has chosen: the fields to take from what is stored.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<string>> OnChosen { get; set; }

    protected override void OnInitialized()
    {
        _differences = DraftComparison.Differences(Mine, Theirs);

        // A field that was not typed in differs because somebody else changed it: that change stays unless the user says otherwise.
        _takeMine.UnionWith(DraftComparison.Differences(Mine, Original).Select(typed => typed.Field));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _box.FocusAsync();
        }
    }

    private static string ChoiceId(string field, bool mine) => $"choose-{field}-{(mine ? "mine" : "theirs")}";

    private void Take(string field, bool mine) => _ = mine ? _takeMine.Add(field) : _takeMine.Remove(field);

    private Task ChooseAsync() => OnChosen.InvokeAsync(
        [.. _differences.Select(difference => difference.Field).Where(field => !_takeMine.Contains(field))]);

    private string Written(string field, object? value) => value switch
    {
        null or "" => Text["VersionsEmpty"],
        string answers when field == nameof(ContactDraft.GuideAnswers) =>
            string.Join("; ", GuideAnswers.Parse(answers).Given.Select(given => GuideTexts.Fact(given.Question, given.Answer))),
        bool yes => Shared[yes ? "Yes" : "No"],
        Enum choice => Shared[$"{choice.GetType().Name}_{choice}"],
        _ => value.ToString()!,
    };
}
