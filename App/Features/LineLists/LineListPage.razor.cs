using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.LineLists;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LineLists;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.LineLists;

/// <summary>Esporta elenchi: chooses whom and what, watches the list being made, and gives it.</summary>
public partial class LineListPage
{
    private static readonly AgencyState?[] _states = [.. Enum.GetValues<AgencyState>().Select(state => (AgencyState?)state)];
    private static readonly Territory?[] _territories = [.. Enum.GetValues<Territory>().Select(territory => (Territory?)territory)];

    private readonly LineListForm _form = new();
    private (NoticeKind Kind, string Sentence, string? File)? _said;
    private CancellationTokenSource? _making;
    private LineListProgress _progress;
    private string? _rangeError;
    private bool _wasSent;

    [Inject]
    public required LineListExports Exports { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required IStringLocalizer<LineListTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    public void Dispose()
    {
        _making?.Cancel();
        GC.SuppressFinalize(this);
    }

    private string? ErrorOf(string typed) => _wasSent && !LineListForm.IsDay(typed, Clock.Today) ? Text["NotADay"].Value : null;

    private async Task MakeAsync()
    {
        (_said, _rangeError, _wasSent) = (null, null, true);
        if (_making is not null)
        {
            return;
        }

        if (_form.Read(Clock.Today) is not { } request)
        {
            _said = (NoticeKind.Error, Text["Wrong"], null);
            return;
        }

        using var making = _making = new CancellationTokenSource();
        _progress = default;
        try
        {
            var actor = await Current.RequireAsync(making.Token);
            Show(await Exports.MakeAsync(actor, request, _form.Format, LineListEndpoints.Page, new Progress<LineListProgress>(Tell), making.Token));
        }
        catch (OperationCanceledException)
        {
            _said = (NoticeKind.Info, Text["GivenUp"], null);
        }
        finally
        {
            _making = null;
        }
    }

    private void GiveUp() => _making?.Cancel();

    /// <summary>Arrives on the screen's own thread; drawn only when the bar moves.</summary>
    private void Tell(LineListProgress progress)
    {
        var moved = progress.Lines * 100L / progress.Total != _progress.Lines * 100L / Math.Max(1, _progress.Total);
        _progress = progress;
        if (moved && _making is not null)
        {
            StateHasChanged();
        }
    }

    private void Show(LineListOutcome outcome)
    {
        _said = outcome switch
        {
            LineListOutcome.Made made => (NoticeKind.Success, Text["Made", made.Lines, LineListExports.KeptFor.TotalMinutes], LineListEndpoints.AddressOf(made.Key)),
            LineListOutcome.Empty => (NoticeKind.Info, Text["Empty"], null),
            LineListOutcome.NothingSaved => (NoticeKind.Error, Text["NothingSaved"], null),
            LineListOutcome.Invalid invalid => (NoticeKind.Error, SentenceOf(invalid.Fault), null),
            _ => (NoticeKind.Error, Text["Wrong"], null),
        };
        _rangeError = outcome is LineListOutcome.Invalid { Fault: LineListFault.Backwards or LineListFault.TooLong } range ? SentenceOf(range.Fault) : null;
    }

    private string SentenceOf(LineListFault fault) => fault switch
    {
        LineListFault.TooLong => Text["LineListFault_TooLong", LineListFilter.MostDays],
        LineListFault.TooManyForASheet => Text["LineListFault_TooManyForASheet", LineListExports.MostLinesOfASheet],
        _ => Text.Of(fault),
    };
}
