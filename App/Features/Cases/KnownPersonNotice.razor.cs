using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>
/// Says, while a person is being typed and without holding anybody up, that the same person is known at one's own institute already.
/// </summary>
public partial class KnownPersonNotice
{
    private IReadOnlyList<KnownPerson> _known = [];
    private PersonIdentity? _asked;
    private DraftForm? _followed;

    [Inject]
    public required IKnownPeople People { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required IStringLocalizer<CaseTexts> Text { get; init; }

    [CascadingParameter]
    public required DraftForm Form { get; set; }

    /// <summary>The case that is being written, or that the contact belongs to; null for a new case.</summary>
    [Parameter]
    public int? CaseId { get; set; }

    protected override Task OnParametersSetAsync()
    {
        if (_followed != Form)
        {
            _followed?.Changed -= Look;
            _followed = Form;
            _followed.Changed += Look;
            return LookAsync(again: false);
        }

        return Task.CompletedTask;
    }

    protected override Task OnChangedAsync(Change change) => LookAsync(again: true);

    protected override void Dispose(bool disposing)
    {
        _followed?.Changed -= Look;
        base.Dispose(disposing);
    }

    private void Look() => _ = InvokeAsync(async () =>
    {
        try
        {
            await LookAsync(again: false);
            StateHasChanged();
        }
        catch (Exception exception) when (exception is SessionEndedException or OperationCanceledException or ObjectDisposedException)
        {
            // The user is leaving; nobody is left to be told.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });

    private async Task LookAsync(bool again)
    {
        var person = PersonIdentity.Of(Form.Draft, Clock.Today);
        if (person == _asked && !again)
        {
            return;
        }

        _asked = person;
        var known = person.IsEnough ? await People.FindAsync(await ActorAsync(), person, CaseId, Form.Draft.RequestKey, Gone) : [];
        if (_asked == person)
        {
            _known = known; // Somebody else may have been typed meanwhile: then the later answer counts.
        }
    }

    private string Sentence(KnownPerson known) => (known.ContactId, known.Status) switch
    {
        (null, CaseStatus.Open) => Text["KnownCaseOpen", known.CaseId],
        (null, _) => Text["KnownCaseClosed", known.CaseId],
        (_, CaseStatus.Open) => Text["KnownContactOpen", known.CaseId],
        _ => Text["KnownContactClosed", known.CaseId],
    };

    private string LinkText(KnownPerson known) =>
        known.ContactId is { } contact ? Text["OpenContact", contact] : Text["OpenCase", known.CaseId];

    private static string AddressOf(KnownPerson known) =>
        known.ContactId is { } contact ? $"/casi/{known.CaseId}/contatti/{contact}" : $"/casi/{known.CaseId}";
}
