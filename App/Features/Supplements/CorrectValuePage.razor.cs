using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Supplements;

/// <summary>The screen on which one value of a closed case is corrected: whose, which, the value as it was sent, and the right one.</summary>
public partial class CorrectValuePage
{
    /// <summary>In the choice of whose value it is: the case itself.</summary>
    private const int TheCase = 0;

    private CaseSheet? _sheet;
    private readonly Guid _key = Guid.CreateVersion7();
    private int? _whose;
    private string? _field;
    private string _value = "";
    private string _note = "";
    private IReadOnlyList<Finding> _findings = [];
    private string? _failure;
    private bool _tried;
    private bool _sending;

    [Inject]
    public required ICaseQueries Cases { get; init; }

    [Inject]
    public required ISupplementQueries Queries { get; init; }

    [Inject]
    public required SupplementDesk Desk { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required IStringLocalizer<SupplementTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<FormTexts> FormText { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    private List<int?> Whose => [TheCase, .. _sheet!.Contacts.Select(c => (int?)c.Id)];

    private IReadOnlyList<string> Fields => _whose switch
    {
        null => [],
        TheCase => CorrectableFields.OfCase,
        _ => CorrectableFields.OfContact,
    };

    private string OldValue => CorrectableFields.Read(Sent, _field!);

    private PersonDraft Sent => _whose is TheCase ? _sheet!.Draft : _sheet!.Contacts.First(c => c.Id == _whose).Draft;

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        _sheet = await Cases.FindAsync(actor, CaseId, Gone);
        if (_sheet is not { Row.Status: CaseStatus.Closed } || await Queries.ListAsync(actor, CaseId, Gone) is null)
        {
            _sheet = null;
            Navigation.NotFound();
        }
    }

    /// <summary>What was sent never changes.</summary>
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private string NameOf(int? whose) => whose is null or TheCase
        ? Text["OfCase", _sheet!.Row.Surname, _sheet.Row.Name]
        : _sheet!.Contacts.First(c => c.Id == whose).Draft is var contact ? Text["OfContact", contact.Surname, contact.Name] : "";

    private string LabelOf(string field) => FormText[$"Label_{field}"];

    private string? Missing(bool isMissing) => _tried && isMissing ? Text["Choose"].Value : null;

    private string? ErrorOf(string field) => _findings.FirstOrDefault(f => f.Field == field)?.Message;

    private void ChooseWhose(int? whose)
    {
        (_whose, _field, _value, _findings) = (whose, null, "", []);
    }

    private void ChooseField(string? field)
    {
        (_field, _value, _findings) = (field, "", []);
    }

    private async Task SendAsync()
    {
        _tried = true;
        if (_sending || _whose is not { } whose || _field is not { } field)
        {
            return;
        }

        _sending = true;
        try
        {
            var draft = new CorrectionDraft(_key, whose == TheCase ? null : whose, field, _value, _note);
            Show(await Desk.CorrectAsync(await ActorAsync(), CaseId, draft, CancellationToken.None));
        }
        finally
        {
            _sending = false;
        }
    }

    private void Show(SupplementOutcome outcome)
    {
        _findings = (outcome as SupplementOutcome.Invalid)?.Findings ?? [];
        _failure = outcome switch
        {
            SupplementOutcome.Unchanged => Text["Unchanged"].Value,
            SupplementOutcome.NothingSaved => Text["NothingSaved"].Value,
            _ => null,
        };
        switch (outcome)
        {
            case SupplementOutcome.Done done:
                Message.Leave(Text["SentNumber", done.Number]);
                Navigation.NavigateTo(SupplementAddress.List(CaseId));
                break;
            case SupplementOutcome.NotFound:
                Navigation.NotFound();
                break;
        }
    }
}
