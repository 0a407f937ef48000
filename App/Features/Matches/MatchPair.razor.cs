using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Matches;

/// <summary>Two reports that may be about one person, side by side, and what an operator says about it.</summary>
public partial class MatchPair
{
    private MatchOutcome? _outcome;
    private bool _sending;

    [Inject]
    public required MatchDesk Desk { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required IStringLocalizer<MatchTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public MatchRow Row { get; set; } = null!;

    /// <summary>The report on whose page the pair stands; null in the list.</summary>
    [Parameter]
    public int? HereId { get; set; }

    /// <summary>Something was said, by this operator or by a colleague before: read again.</summary>
    [Parameter]
    public EventCallback<MatchOutcome> OnSaid { get; set; }

    private IEnumerable<MatchSide> Sides => [Row.Older, Row.Newer];

    /// <summary>A code that one report lacks says nothing against it, and no two reports come at the same moment: neither counts as different.</summary>
    private IEnumerable<(string Label, string Older, string Newer, bool Differs)> Lines =>
    [
        Line("Surname", side => side.Surname),
        Line("Name", side => side.Name),
        Line("BirthDate", side => DayText.Of(side.BirthDate)),
        Line("FiscalCode", side => side.FiscalCodeKey ?? Text["NoCode"], counts: Sides.All(side => side.FiscalCodeKey is not null)),
        Line("School", side => $"{side.SchoolName}, {Places.FindByCode(side.SiteMunicipalityCode)?.Label ?? side.SiteMunicipalityCode}"),
        Line("SchoolType", side => Shared.Of(side.SchoolType)),
        Line("Class", side => ClassLabel.Of(side.ClassName, side.Section)),
        Line("LastDay", side => DayText.Of(side.LastDayAttended)),
        Line("Received", side => DayText.OfInstant(side.ReceivedAt), counts: false),
    ];

    private (string Label, string Older, string Newer, bool Differs) Line(string label, Func<MatchSide, string> value, bool counts = true) =>
        (label, value(Row.Older), value(Row.Newer), counts && value(Row.Older) != value(Row.Newer));

    private async Task SayAsync(MatchState state)
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        try
        {
            // A command that was sent is carried out, even if the operator leaves the screen meanwhile.
            _outcome = await Desk.SayAsync(await Current.RequireAsync(CancellationToken.None), Row.Id, state, Row.Version, CancellationToken.None);
            await OnSaid.InvokeAsync(_outcome);
        }
        finally
        {
            _sending = false;
        }
    }
}
