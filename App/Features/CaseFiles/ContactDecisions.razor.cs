using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>
/// The contacts of a case with what is proposed and decided about each, and the decision itself, singly and for many. Ticks and a half-made
/// decision are kept here, so that what a colleague commits redraws the rows and takes nothing away.
/// </summary>
public partial class ContactDecisions
{
    private readonly HashSet<int> _ticked = [];
    private readonly Dictionary<int, int> _seen = [];
    private DecisionDraft? _draft;
    private IReadOnlyList<Finding> _findings = [];
    private (NoticeKind Kind, string Sentence)? _said;
    private string? _failure;
    private bool _sending;

    [Inject]
    public required DecisionDesk Desk { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseFile File { get; set; } = null!;

    /// <summary>Something was decided: read again.</summary>
    [Parameter]
    public EventCallback OnDecided { get; set; }

    private AgencyState State => File.Sheet.Row.State;

    private bool IsOpen => ReportDecisions.IsOpen(State);

    private int ReportId => File.Sheet.Row.Id;

    private string Tally => File.Undecided.Count == 0
        ? Text["TallyAll"]
        : Text[File.Undecided.Count == 1 ? "TallyOpenOne" : "TallyOpenMany", File.Contacts.Count - File.Undecided.Count, File.Contacts.Count, File.Undecided.Count];

    private IReadOnlyList<ContactLine> Ticked => [.. File.Contacts.Where(line => _ticked.Contains(line.Id))];

    private IReadOnlyList<ContactLine> Asked => [.. File.Contacts.Where(line => _seen.ContainsKey(line.Id))];

    /// <summary>Of the ticked contacts, or of all when none is ticked, those that are undecided and have a proposal.</summary>
    private IReadOnlyList<ContactLine> Acceptable =>
        [.. (_ticked.Count > 0 ? Ticked : File.Contacts).Where(line => line.Decision is null && line.Proposal.Status is not null)];

    /// <summary>What colleagues decided since the question was asked.</summary>
    private IReadOnlyList<ContactLine> News => [.. Asked.Where(line => line.Version != _seen[line.Id])];

    private void Tick(ContactLine line, bool ticked)
    {
        if (ticked)
        {
            _ticked.Add(line.Id);
        }
        else
        {
            _ticked.Remove(line.Id);
        }
    }

    private void TickUndecided()
    {
        _ticked.Clear();
        _ticked.UnionWith(File.Undecided.Select(line => line.Id));
    }

    private void TickAll()
    {
        if (_ticked.Count == File.Contacts.Count)
        {
            _ticked.Clear();
        }
        else
        {
            _ticked.UnionWith(File.Contacts.Select(line => line.Id));
        }
    }

    private void Ask(IReadOnlyList<ContactLine> lines)
    {
        See(lines);
        var only = lines.Count == 1 ? lines[0] : null;
        _draft = new DecisionDraft
        {
            Status = only?.Decision?.Status,
            OwnEnd = DayText.Of(only?.Decision?.OwnEnd),
            Reason = only?.Decision?.Reason ?? "",
        };
        (_findings, _failure, _said) = ([], null, null);
    }

    private void Cancel() => _draft = null;

    private async Task SaveAsync()
    {
        if (_sending || _draft is not { } draft)
        {
            return;
        }

        // A command that was sent is carried out, even if the operator leaves the screen meanwhile.
        await SendAsync(actor => Desk.DecideAsync(
            actor, ReportId, draft, [.. _seen.Select(pair => new SeenContact(pair.Key, pair.Value))], CancellationToken.None));
    }

    private async Task AcceptAsync()
    {
        var lines = Acceptable;
        if (_sending || lines.Count == 0)
        {
            return;
        }

        await SendAsync(actor => Desk.AcceptProposalsAsync(
            actor, ReportId, [.. lines.Select(line => new SeenProposal(line.Id, line.Version, line.Proposal.Status))], CancellationToken.None));
    }

    private async Task SendAsync(Func<Domain.Access.Actor, Task<DecisionOutcome>> command)
    {
        (_sending, _failure, _said, _findings) = (true, null, null, []);
        try
        {
            Show(await command(await Current.RequireAsync(CancellationToken.None)));
            await OnDecided.InvokeAsync();
        }
        finally
        {
            _sending = false;
        }
    }

    private void Show(DecisionOutcome outcome)
    {
        switch (outcome)
        {
            case DecisionOutcome.Decided decided:
                (_draft, _said) = (null, (NoticeKind.Success, Text[decided.Count == 1 ? "DecidedOne" : "DecidedMany", decided.Count]));
                _ticked.Clear();
                break;
            case DecisionOutcome.Invalid invalid:
                _findings = invalid.Findings;
                break;
            case DecisionOutcome.Overtaken overtaken:
                Say(NoticeKind.Warning, Text[overtaken.Contacts.Count == 1 ? "OvertakenOne" : "OvertakenMany", overtaken.Contacts[0].ByName, overtaken.Contacts.Count]);
                break;
            case DecisionOutcome.ProposalsChanged changed:
                Say(NoticeKind.Warning, Text[changed.Count == 1 ? "ProposalChangedOne" : "ProposalsChangedMany", changed.Count]);
                break;
            case DecisionOutcome.NotOpen closed:
                Say(NoticeKind.Warning, Text[closed.State == AgencyState.Received ? "DecideAfterTaking" : "DecideNoMore"]);
                break;
            case DecisionOutcome.NothingSaved:
                Say(NoticeKind.Error, Text["NothingSaved"]);
                break;
            default:
                Say(NoticeKind.Error, Text["NoSuchContact"]);
                break;
        }
    }

    /// <summary>Says it where the operator is looking: in the question while it is open.</summary>
    private void Say(NoticeKind kind, string sentence)
    {
        if (_draft is null)
        {
            _said = (kind, sentence);
        }
        else
        {
            _failure = sentence;
        }
    }

    private void See(IEnumerable<ContactLine> lines)
    {
        _seen.Clear();
        foreach (var line in lines)
        {
            _seen[line.Id] = line.Version;
        }
    }
}
