using System.Data.Common;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>The fields of a person.</summary>
public partial class PersonFields
{
    internal const int MostSuggestions = 12;

    private IReadOnlyList<RosterMatch> _matches = [];
    private int _asked;

    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required IRosterQueries Roster { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [CascadingParameter]
    public required DraftForm Form { get; set; }

    [Parameter, EditorRequired]
    public string PhoneLabel { get; set; } = "";

    /// <summary>Class and section, where the form does not ask for them elsewhere.</summary>
    [Parameter]
    public RenderFragment? AfterRole { get; set; }

    /// <summary>What is to be said as soon as it is known who the person is.</summary>
    [Parameter]
    public RenderFragment? AfterIdentity { get; set; }

    [Parameter]
    public RenderFragment? AfterDomicile { get; set; }

    /// <summary>The fields that follow the telephone.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>
    /// The plesso whose people are offered while the surname is typed (null: those of the whole institute); itself null where the
    /// institute has no roster, and then nothing is offered.
    /// </summary>
    [Parameter]
    public Func<int?>? RosterSite { get; set; }

    private async Task<IReadOnlyList<string>> FindInRosterAsync(string typed)
    {
        if (typed.Trim().Length < IRosterQueries.FewestLetters)
        {
            return [];
        }

        var asked = ++_asked;
        IReadOnlyList<RosterMatch> found;
        try
        {
            found = await Roster.SearchAsync(await Current.RequireAsync(), typed, RosterSite!(), CancellationToken.None);
        }
        catch (Exception exception) when (exception is SessionEndedException or DbException)
        {
            // Nobody is offered: the form must live on, to be typed in or to put away what was typed before the user signs in again.
            found = [];
        }

        if (asked == _asked)
        {
            _matches = found; // What is chosen is chosen from the answer to the last question: no other is shown.
        }

        return [.. found.Select(TextOf)];
    }

    private static string TextOf(RosterMatch match) => string.Join(
        " · ",
        ((string[])[$"{match.Entry.Draft.Surname} {match.Entry.Draft.Name}", match.ClassName, $"{match.BirthDate.Year}"])
            .Where(part => part.Length > 0));

    private void TakeFromRoster(int index) => Form.Fill(_matches[index].Entry.Draft);

    private List<string> SuggestMunicipality(string typed) =>
        [.. Places.Search(typed, MostSuggestions).Select(place => place.Label)];

    private void ToggleFiscalCode(bool unavailable)
    {
        // After a dead line the page says every field again, and an answer once given stands.
        if (Form.Draft.FiscalCodeUnavailable == unavailable)
        {
            return;
        }

        Form.Draft.FiscalCodeUnavailable = unavailable;
        Form.Typed(nameof(PersonDraft.FiscalCodeUnavailable));
        Form.Check();
    }
}
