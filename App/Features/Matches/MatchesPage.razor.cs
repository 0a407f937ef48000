using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence.Matches;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Features.Matches;

/// <summary>Possibili doppioni: the pairs of reports that may be about one person, whatever the school.</summary>
public partial class MatchesPage
{
    private const string List = "/ats/doppioni";
    private const string StateKey = "stato";
    private const string AfterKey = "dopo";
    private const string BeforeKey = "prima";

    private MatchListRequest _request = new();
    private MatchListRequest? _shown;
    private Page<MatchRow>? _page;
    private MatchState? _said;

    [Inject]
    public required IMatchQueries Queries { get; init; }

    [Inject]
    public required IOptions<MatchOptions> Options { get; init; }

    [Inject]
    public required IStringLocalizer<MatchTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [CascadingParameter(Name = MainLayout.AddressName)]
    public string Address { get; set; } = "";

    private IReadOnlyList<FilterLink> Filters =>
        [.. Enum.GetValues<MatchState>().Select(state => new FilterLink(Text[$"Filter_{state}"], Of(new MatchListRequest(state)), _request.State == state))];

    protected override async Task OnParametersSetAsync()
    {
        _request = Read(Address);
        if (_shown != _request)
        {
            (_shown, _said) = (_request, null);
            await LoadAsync();
        }
    }

    protected override Task OnChangedAsync(Change change) => LoadAsync();

    private async Task SaidAsync(MatchOutcome outcome)
    {
        // Without it the notice of the pair before would stay, and with it the focus.
        _said = null;
        StateHasChanged();
        _said = (outcome as MatchOutcome.Said)?.State;
        await LoadAsync();
    }

    private async Task LoadAsync() => _page = await Queries.ListAsync(await ActorAsync(), _request, Gone);

    private static MatchListRequest Read(string address)
    {
        var words = new AddressWords(address);
        var state = words.Word(StateKey) switch { "collegati" => MatchState.Linked, "scartati" => MatchState.Dismissed, _ => MatchState.Open };
        return new MatchListRequest(state, words.Anchor(AfterKey, BeforeKey));
    }

    private static string Of(MatchListRequest request)
    {
        string[] words =
        [
            .. request.State switch { MatchState.Linked => [$"{StateKey}=collegati"], MatchState.Dismissed => [$"{StateKey}=scartati"], _ => Array.Empty<string>() },
            .. request.Anchor is { } anchor ? [$"{(anchor.Backwards ? BeforeKey : AfterKey)}={anchor.Id}"] : Array.Empty<string>(),
        ];
        return words.Length == 0 ? List : $"{List}?{string.Join('&', words)}";
    }

    private string? AddressOf(PageAnchor? anchor) => anchor is null ? null : Of(_request with { Anchor = anchor });
}
