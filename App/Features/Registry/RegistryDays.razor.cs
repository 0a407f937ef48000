using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Audit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Registry;

/// <summary>From which day to which the audit is read. The days go into the address.</summary>
public partial class RegistryDays
{
    private string _from = "";
    private string _to = "";
    private string? _fromError;
    private string? _toError;
    private AuditListRequest? _read;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required IStringLocalizer<RegistryTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public AuditListRequest Request { get; set; } = null!;

    protected override void OnParametersSet()
    {
        if (_read != Request)
        {
            _read = Request;
            (_from, _to, _fromError, _toError) = (DayText.Of(Request.From), DayText.Of(Request.To), null, null);
        }
    }

    private void Show()
    {
        var from = DayOf(_from, out _fromError);
        var to = DayOf(_to, out _toError);
        if (_fromError is null && _toError is null && from > to)
        {
            _toError = Text["DaysBackwards"];
        }

        if (_fromError is null && _toError is null)
        {
            Navigation.NavigateTo(RegistryAddress.Of(Request with { From = from, To = to, Anchor = null }));
        }
    }

    private DateOnly? DayOf(string typed, out string? error)
    {
        error = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (LenientDate.TryParse(typed, Clock.Today, out var day))
        {
            return day;
        }

        error = Text["DayUnreadable"];
        return null;
    }
}
