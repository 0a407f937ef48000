using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Rosters;

/// <summary>What the roster does not know of a ticked person, and what is doubtful about them.</summary>
public partial class PickGaps
{
    internal const string Confirmation = "confirm";

    private static readonly string[] Places =
        [nameof(ContactDraft.FiscalCode), nameof(ContactDraft.Phone)];

    [Inject]
    public required IStringLocalizer<RosterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<FormTexts> FormText { get; init; }

    [Inject]
    public required IStringLocalizer<ContactTexts> ContactText { get; init; }

    [Parameter, EditorRequired]
    public PickRow Row { get; set; } = null!;

    [Parameter]
    public bool IsLocked { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>Errors for which there is no field here.</summary>
    private IEnumerable<Finding> Elsewhere =>
        Row.Open.Where(finding => finding.IsError && !(Places.Contains(finding.Field) && IsGap(finding.Field)));

    internal static string IdOf(PickRow row, string field) => $"{field}-{row.Entry.Id}";

    private bool IsGap(string field) => field switch
    {
        nameof(ContactDraft.FiscalCode) => Row.LacksCode,
        _ => Row.LacksPhone,
    };

    private string LabelOf(string field) => field == nameof(ContactDraft.Phone) ? ContactText["Phone"] : FormText[$"Label_{field}"];

    private string? ErrorAt(string field) => Row.Open.FirstOrDefault(finding => finding.IsError && finding.Field == field)?.Message;

    private Task WriteAsync(Action write)
    {
        write();
        return OnChanged.InvokeAsync();
    }
}
