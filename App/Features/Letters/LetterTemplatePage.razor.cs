using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>The text of one kind of letter in one language, with a preview of what is typed.</summary>
public partial class LetterTemplatePage
{
    private readonly HashSet<string> _touched = [];
    private LetterTemplate? _stored;
    private LetterTemplateDraft? _draft;
    private IReadOnlyList<Finding> _findings = [];
    private (NoticeKind Kind, string Sentence)? _said;
    private Command? _asked;
    private bool _sending;
    private int _attempt;

    private enum Command
    {
        Restore,
        Withdraw,
    }

    [Inject]
    public required LetterTemplateDesk Desk { get; init; }

    [Inject]
    public required LetterTemplateValidator Rules { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    /// <summary>The kind: see <see cref="LetterAddress.WordOf"/>.</summary>
    [Parameter]
    public string Word { get; set; } = "";

    [Parameter]
    public string Language { get; set; } = "";

    private string Title => _draft is null ? Text["TemplatesTitle"] : Text["TemplateTitle", Text.Of(_draft.Kind), LetterLanguages.NameOf(_draft.Language)];

    private bool CanRestore => _draft is { } draft && StandardLetter.Find(draft.Kind, draft.Language) is not null;

    private bool CanWithdraw => _stored is { IsInUse: true } && _draft!.Language != LetterLanguages.Italian;

    private List<FieldError> Errors => _attempt == 0 ? [] :
        [.. _findings.Select(found => new FieldError(found.Field, $"{(found.Field == nameof(LetterTemplateDraft.Title) ? Text["LetterTitle"] : Text["LetterBody"])}: {found.Message}"))];

    protected override async Task OnInitializedAsync()
    {
        var all = await Desk.ListAsync(await ActorAsync(), Gone);
        if (all is null || LetterAddress.KindOf(Word) is not { } kind || !LetterLanguages.All.Contains(Language))
        {
            Navigation.NotFound();
            return;
        }

        _stored = all.FirstOrDefault(template => template.Kind == kind && template.Language == Language);
        await OpenDraftAsync(DraftKey.Letter(kind, Language));
    }

    /// <summary>What is typed stays: that a colleague was first is said when it is saved.</summary>
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private string? ErrorOf(string field) => _attempt > 0 || _touched.Contains(field)
        ? _findings.FirstOrDefault(finding => finding.Field == field)?.Message
        : null;

    private Task TypeAsync(Action set)
    {
        set();
        _discarded = null;
        return KeepAsync();
    }

    private void Left(string field)
    {
        _touched.Add(field);
        _findings = Rules.Check(_draft!);
    }

    private void Ask(Command command) => (_asked, _said) = (command, null);

    private Task SaveAsync() => SendAsync(async () => await Desk.SaveAsync(await ActorAsync(), _draft!, CancellationToken.None));

    private async Task ConfirmAsync()
    {
        var (command, draft) = (_asked, _draft!);
        await SendAsync(async () => command == Command.Restore
            ? await Desk.RestoreAsync(await ActorAsync(), draft.Kind, draft.Language, draft.Version, CancellationToken.None)
            : await Desk.WithdrawAsync(await ActorAsync(), draft.Kind, draft.Language, draft.Version, CancellationToken.None));
        _asked = null;
    }

    private async Task SendAsync(Func<Task<LetterTemplateOutcome>> command)
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        try
        {
            await ShowAsync(await command());
        }
        finally
        {
            _sending = false;
        }
    }

    private async Task ShowAsync(LetterTemplateOutcome outcome)
    {
        _said = null;
        switch (outcome)
        {
            case LetterTemplateOutcome.Done done:
                await ForgetDraftAsync();
                Message.Leave(Text["Saved", Text.Of(done.Template.Kind), LetterLanguages.NameOf(done.Template.Language), done.Template.Version]);
                Navigation.NavigateTo(LetterAddress.Templates);
                break;
            case LetterTemplateOutcome.Invalid invalid:
                _findings = invalid.Findings;
                _attempt++;
                break;
            case LetterTemplateOutcome.Stale stale:
                _draft!.Version = stale.Version;
                _said = (NoticeKind.Warning, Text["Stale"]);
                break;
            case LetterTemplateOutcome.NothingSaved:
                _said = (NoticeKind.Error, Text["NothingSaved"]);
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
