using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Components.Measures;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.ReportingPolicies;

/// <summary>Writes a draft: a new one, with the values of the rules in force, or one that is there.</summary>
public partial class PolicyEditPage
{
    private PolicyTimeline? _timeline;
    private PolicyForm? _form;
    private string? _problem;
    private bool _locked;
    private bool _sending;

    [Inject]
    public required PolicyDesk Desk { get; init; }

    [Inject]
    public required PolicyDraftValidator Rules { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<PolicyTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<MeasureTexts> Measure { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    /// <summary>Null for a new draft.</summary>
    [Parameter]
    public int? PolicyId { get; set; }

    private string Title => PolicyId is null ? Text["NewTitle"] : Text["EditTitle"];

    /// <summary>Listens to the first key only: the others need not travel to the server one by one.</summary>
    private EventCallback FirstKey => _form!.IsDirty ? default : EventCallback.Factory.Create(this, _form.Typed);

    private List<FieldError> Errors =>
        [.. _form!.SummaryErrors.Select(found => new FieldError(found.Field, $"{LabelOf(found.Field)}: {found.Message}"))];

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        var stored = PolicyId is { } id ? _timeline?.Find(id) : null;
        if (_timeline is null || (PolicyId is not null && stored is null))
        {
            Navigation.NotFound();
        }
        else if (stored is { IsPublished: true })
        {
            _locked = true;
        }
        else
        {
            _form = new PolicyForm(
                stored is null ? PolicyDraft.CopyOf(_timeline.InForceOn(Clock.Today)) : PolicyDraft.Of(stored),
                draft => Rules.Check(draft, _timeline!));
            _form.Changed += StateHasChanged;
        }
    }

    /// <summary>What was typed stays; only what the rules must know is taken over.</summary>
    protected override Task OnChangedAsync(Change change) =>
        change == Change.OfThePolicies && !_sending ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync() => _timeline = await Desk.TimelineAsync(await ActorAsync(), Gone) ?? _timeline;

    private async Task SaveAsync()
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        try
        {
            Show(await Desk.SaveDraftAsync(await ActorAsync(), _form!.Draft, CancellationToken.None));
        }
        finally
        {
            _sending = false;
        }
    }

    private void Show(PolicyOutcome outcome)
    {
        _problem = null;
        switch (outcome)
        {
            case PolicyOutcome.Done done:
                _form!.IsDirty = false;
                Message.Leave(Text["Saved"]);
                Navigation.NavigateTo($"/ats/regole/{done.Id}");
                break;
            case PolicyOutcome.Invalid invalid:
                _form!.Refuse(invalid.Findings);
                break;
            case PolicyOutcome.Stale stale:
                _form!.Draft.Version = stale.Version;
                _problem = Text["Stale"];
                break;
            case PolicyOutcome.Refused refused:
                _problem = Text["Refused", Text.Of(refused.State)];
                break;
            case PolicyOutcome.NothingSaved:
                _problem = Text["NothingSaved"];
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    /// <summary>Fields of a group carry its name before their own: Contacts-Vaccinated-DaysWithTest.</summary>
    private string LabelOf(string field) => field.Split('-') is [_, var group, var name]
        ? $"{Measure.Of(Enum.Parse<PersonGroup>(group))}, {Text[name]}"
        : Text[field];
}
