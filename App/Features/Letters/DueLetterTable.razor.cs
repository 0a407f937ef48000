using CovidSchoolReporting.Domain.Letters;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>Letters that are due, each to be ticked.</summary>
public partial class DueLetterTable
{
    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public IReadOnlyList<DueLetter> Letters { get; set; } = [];

    /// <summary>When a letter was issued before, by its key, UTC.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, DateTime> IssuedAt { get; set; } = new Dictionary<string, DateTime>();

    /// <summary>The keys of the ticked letters; the table ticks in it and tells.</summary>
    [Parameter, EditorRequired]
    public HashSet<string> Chosen { get; set; } = [];

    [Parameter, EditorRequired]
    public EventCallback OnChosen { get; set; }

    private bool IsAll => Letters.All(letter => Chosen.Contains(letter.Key));

    private Task ToggleAsync(DueLetter letter)
    {
        if (!Chosen.Remove(letter.Key))
        {
            Chosen.Add(letter.Key);
        }

        return OnChosen.InvokeAsync();
    }

    private Task ToggleAllAsync(bool all)
    {
        var keys = Letters.Select(letter => letter.Key).ToList();
        if (all)
        {
            Chosen.UnionWith(keys);
        }
        else
        {
            Chosen.ExceptWith(keys);
        }

        return OnChosen.InvokeAsync();
    }
}
