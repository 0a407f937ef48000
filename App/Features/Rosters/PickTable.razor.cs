using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Rosters;

/// <summary>The people of one class with their ticks.</summary>
public partial class PickTable
{
    [Inject]
    public required IStringLocalizer<RosterTexts> Text { get; init; }

    [Inject]
    public required PlaceRegister Register { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public PickGroup Group { get; set; } = null!;

    [Parameter]
    public bool IsLocked { get; set; }

    /// <summary>Something was ticked or typed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    private string HeadingId => $"class-{Group.Class.Id}";

    private bool AsksDomicile => Group.Rows.Any(row => row.Status == PickStatus.Free && row.LacksDomicile);

    private string Title => $"{(Group.Class.Name.Length > 0 ? Text["ClassTitle", Group.Class.Name] : Text["StaffWithoutClass"])} · {Group.Class.SiteName}";

    /// <summary>Where a finding about a person is put right.</summary>
    internal static string FieldOf(PickRow row, Finding finding) => finding.Field switch
    {
        _ when !finding.IsError => PickGaps.IdOf(row, PickGaps.Confirmation),
        nameof(ContactDraft.LastContactDate) => DateOf(row),
        nameof(ContactDraft.FiscalCode) when row.LacksCode => PickGaps.IdOf(row, finding.Field),
        nameof(ContactDraft.Domicile) when row.LacksDomicile => DomicileOf(row),
        nameof(ContactDraft.Phone) when row.LacksPhone => PickGaps.IdOf(row, finding.Field),
        _ => TickOf(row),
    };

    private static string TickOf(PickRow row) => $"tick-{row.Entry.Id}";

    private static string DateOf(PickRow row) => $"date-{row.Entry.Id}";

    private static string DomicileOf(PickRow row) => $"domicile-{row.Entry.Id}";

    private static string NameOf(PickRow row) => $"{row.Draft.Surname} {row.Draft.Name}";

    private static bool HasErrorAt(PickRow row, string field) => row.Open.Any(finding => finding.IsError && finding.Field == field);

    private Task TickAsync(PickRow row, ChangeEventArgs change)
    {
        row.IsTicked = change.Value is true;
        return OnChanged.InvokeAsync();
    }

    private Task TickAllAsync(bool ticked)
    {
        foreach (var row in Group.Rows)
        {
            row.IsTicked = ticked && row.Status == PickStatus.Free;
        }

        return OnChanged.InvokeAsync();
    }

    private Task WriteDomicileAsync(PickRow row, ChangeEventArgs change)
    {
        var typed = change.Value as string ?? "";
        row.OwnDomicile = Register.Resolve(typed)?.Label ?? typed;
        return OnChanged.InvokeAsync();
    }

    private Task WriteDateAsync(PickRow row, ChangeEventArgs change)
    {
        row.OwnDate = change.Value as string ?? "";
        return OnChanged.InvokeAsync();
    }
}
