using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>What stands around the fields of an editor: why it is locked, what must be confirmed, chosen or corrected.</summary>
public partial class EditorFrame
{
    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public DraftForm Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public EditorState State { get; set; } = EditorState.Calm;

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = null!;

    /// <summary>What there is to say of the draft.</summary>
    [Parameter, EditorRequired]
    public DraftSituation Draft { get; set; } = DraftSituation.None;

    [Parameter]
    public EventCallback<DraftChoice> OnDraftChosen { get; set; }

    /// <summary>The form is about to be left: returns when what was typed is kept.</summary>
    [Parameter, EditorRequired]
    public Func<Task> OnLeaving { get; set; } = () => Task.CompletedTask;

    [Parameter]
    public EventCallback OnSubmit { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<ConfirmedWarning>> OnConfirmed { get; set; }

    [Parameter]
    public EventCallback OnBack { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<string>> OnChosen { get; set; }

    /// <summary>A phone of a contact has another label than that of a case: the owner says which.</summary>
    [Parameter, EditorRequired]
    public Func<string, string> LabelOf { get; set; } = field => field;

    /// <summary>Listens to the first key only: the others need not travel to the server one by one.</summary>
    private EventCallback FirstKey => Form.IsDirty ? default : EventCallback.Factory.Create(this, Form.BeginTyping);

    // A page that has not come alive takes no typing, so it has nothing to hand in either.
    private string? Ticket => RendererInfo.IsInteractive && !Form.IsReadOnly ? Draft.Ticket : null;

    private string StatusText => Draft.Status switch
    {
        { IsFull: true } => Text["DraftNoRoom"],
        { Failed: true } => Text["DraftNotSaved"],
        { SavedAt: { } at } when !Form.IsReadOnly => Text[Draft.OtherAt is null ? "DraftSaved" : "DraftSavedBeside", DayText.TimeOf(at)],
        _ => "",
    };

    private List<FieldError> Errors =>
        [.. Form.SummaryErrors.Select(found => new FieldError(found.Field, $"{LabelOf(found.Field)}: {found.Message}"))];
}
