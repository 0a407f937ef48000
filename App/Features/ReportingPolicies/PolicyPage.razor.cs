using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.ReportingPolicies;

/// <summary>One policy with its values, and what may be done with it in its state.</summary>
public partial class PolicyPage
{
    private ReportingPolicy? _policy;
    private PolicyState _state;
    private Command? _asked;
    private (NoticeKind Kind, string Sentence)? _said;
    private IReadOnlyList<Finding> _findings = [];
    private bool _sending;

    private enum Command
    {
        Publish,
        Withdraw,
        Remove,
    }

    [Inject]
    public required PolicyDesk Desk { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<PolicyTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter]
    public int PolicyId { get; set; }

    private string Title => _policy is null ? Text["ListTitle"] : Text["PolicyTitle", DayText.Of(_policy.StartsOn)];

    protected override async Task OnParametersSetAsync()
    {
        if (_policy?.Id != PolicyId)
        {
            _said = Message.Take() is { } left ? (NoticeKind.Success, left) : null;
            await ReadAsync();
        }
    }

    protected override Task OnChangedAsync(Change change) =>
        change == Change.OfThePolicies && !_sending ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        var timeline = await Desk.TimelineAsync(await ActorAsync(), Gone);
        _policy = timeline?.Find(PolicyId);
        if (_policy is null)
        {
            Navigation.NotFound();
            return;
        }

        _state = timeline!.StateOf(_policy, Clock.Today);
    }

    private void Ask(Command command)
    {
        (_asked, _said, _findings) = (command, null, []);
    }

    private void Cancel() => _asked = null;

    private async Task ConfirmAsync()
    {
        if (_sending || _asked is not { } command)
        {
            return;
        }

        _sending = true;
        try
        {
            await ShowAsync(command, await SendAsync(command));
        }
        finally
        {
            _sending = false;
        }
    }

    private async Task<PolicyOutcome> SendAsync(Command command)
    {
        var (actor, version) = (await ActorAsync(), _policy!.Version);
        return command switch
        {
            Command.Publish => await Desk.PublishAsync(actor, PolicyId, version, CancellationToken.None),
            Command.Withdraw => await Desk.WithdrawAsync(actor, PolicyId, version, CancellationToken.None),
            _ => await Desk.RemoveDraftAsync(actor, PolicyId, version, CancellationToken.None),
        };
    }

    private async Task ShowAsync(Command command, PolicyOutcome outcome)
    {
        _asked = null;
        _findings = (outcome as PolicyOutcome.Invalid)?.Findings ?? [];
        if (outcome is PolicyOutcome.Done && command == Command.Remove)
        {
            Message.Leave(Text["Removed"]);
            Navigation.NavigateTo("/ats/regole");
            return;
        }

        _said = outcome switch
        {
            PolicyOutcome.Done => (NoticeKind.Success, command == Command.Publish ? Text["Published"] : Text["Withdrawn"]),
            PolicyOutcome.Invalid => (NoticeKind.Error, Text["PublishInvalid"]),
            PolicyOutcome.Refused refused => (NoticeKind.Warning, Text["Refused", Text.Of(refused.State)]),
            PolicyOutcome.Stale => (NoticeKind.Warning, Text["StaleCommand"]),
            PolicyOutcome.NothingSaved => (NoticeKind.Error, Text["NothingSaved"]),
            _ => null,
        };
        if (outcome is not PolicyOutcome.NothingSaved)
        {
            await ReadAsync();
        }
    }
}
