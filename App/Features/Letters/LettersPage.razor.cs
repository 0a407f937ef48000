using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>Lettere of a received case: which are due, issuing them as one file, what was issued, and «provvedimento emesso».</summary>
public partial class LettersPage
{
    private readonly HashSet<string> _chosen = [];
    private readonly HashSet<string> _languages = [LetterLanguages.Italian];
    private LetterSheet? _sheet;
    private (NoticeKind Kind, string Sentence, string? File)? _said;
    private Guid _key = Guid.NewGuid();
    private bool _wholeClass;
    private bool _sending;

    [Inject]
    public required LetterIssuing Letters { get; init; }

    [Inject]
    public required AgencyDesk Desk { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter]
    public int ReportId { get; set; }

    private string Title => _sheet is null ? Text["LettersTitle"] : Text["LettersOf", _sheet.Row.ProtocolNumber];

    private IReadOnlyList<DueLetter> Offered => _wholeClass ? [.. _sheet!.Due, .. _sheet.OfTheClass] : _sheet!.Due;

    protected override async Task OnParametersSetAsync()
    {
        if (_sheet?.Row.Id != ReportId)
        {
            await ReadAsync();
            _chosen.UnionWith(Wanted(_sheet?.Due ?? []));
        }
    }

    /// <summary>What was ticked stays, unless it is not due any more.</summary>
    protected override async Task OnChangedAsync(Change change)
    {
        if (change.CaseId == _sheet?.Row.CaseId && !_sending)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        _sheet = await Letters.OpenAsync(await ActorAsync(), ReportId, Gone);
        if (_sheet is null)
        {
            Navigation.NotFound();
            return;
        }

        _chosen.IntersectWith(Offered.Select(letter => letter.Key));
    }

    private void TakeClass(bool yes)
    {
        _wholeClass = yes;
        if (yes)
        {
            _chosen.UnionWith(Wanted(_sheet!.OfTheClass));
        }
        else
        {
            _chosen.ExceptWith(_sheet!.OfTheClass.Select(letter => letter.Key));
        }
    }

    /// <summary>
    /// The keys of what is ticked unasked. A letter that is out already, and one to a contact who is a case, go out only if the operator
    /// ticks them.
    /// </summary>
    private IEnumerable<string> Wanted(IReadOnlyList<DueLetter> letters) =>
        letters.Where(letter => !letter.IsOfACase && !_sheet!.IssuedAt.ContainsKey(letter.Key)).Select(letter => letter.Key);

    private void Take(string language, bool yes) => _ = yes ? _languages.Add(language) : _languages.Remove(language);

    private Task IssueAsync() => SendAsync(async () =>
    {
        var request = new IssueRequest(ReportId, _key, _chosen.ToHashSet(), [.. LetterLanguages.All.Where(_languages.Contains)]);
        var outcome = await Letters.IssueAsync(await ActorAsync(), request, CancellationToken.None);
        _said = outcome switch
        {
            IssueOutcome.Issued issued => (NoticeKind.Success, Text["Issued", issued.Count], LetterAddress.OfIssue(ReportId, issued.Key)),
            IssueOutcome.NothingChosen => (NoticeKind.Warning, Text["NothingChosen"], null),
            IssueOutcome.Unprintable { Letters: [var only] } => (NoticeKind.Warning, Text["UnprintableOne", only.About], null),
            IssueOutcome.Unprintable many => (NoticeKind.Warning, Text["UnprintableMany", string.Join(", ", many.Letters.Select(letter => letter.About))], null),
            IssueOutcome.Changed => (NoticeKind.Warning, Text["Changed"], null),
            IssueOutcome.NothingSaved => (NoticeKind.Error, Text["NothingIssued"], null),
            _ => null,
        };
        switch (outcome)
        {
            case IssueOutcome.Issued:
                _key = Guid.NewGuid();
                _chosen.Clear();
                break;
            case IssueOutcome.Unprintable unprintable:
                _chosen.ExceptWith(unprintable.Letters.Select(letter => letter.Key));
                break;
        }
    });

    private Task IssueMeasuresAsync() => SendAsync(async () => _said = await Desk.IssueMeasuresAsync(await ActorAsync(), ReportId, CancellationToken.None) switch
    {
        StepOutcome.Done => (NoticeKind.Success, Text["MeasuresDone"], null),
        StepOutcome.Undecided open => (NoticeKind.Warning, Text["MeasureUndecided", open.Contacts], null),
        StepOutcome.TooEarly => (NoticeKind.Warning, Text["MeasureNotTaken"], null),
        StepOutcome.NothingSaved => (NoticeKind.Error, Text["NothingIssued"], null),
        _ => null,
    });

    /// <summary>A command that was sent is carried out, even if the operator leaves the screen meanwhile.</summary>
    private async Task SendAsync(Func<Task> command)
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        try
        {
            await command();
            await ReadAsync();
        }
        finally
        {
            _sending = false;
        }
    }
}
