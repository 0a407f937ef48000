using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Schools;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>One institute with its plessi.</summary>
public partial class SchoolPage
{
    private SchoolSheet? _sheet;
    private string _name = "";
    private string _opened = "";
    private string? _nameError;
    private SchoolSite? _asked;
    private (NoticeKind Kind, string Sentence)? _said;
    private bool _sending;

    [Inject]
    public required SchoolDesk Desk { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<SchoolTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter]
    public int InstituteId { get; set; }

    private string Title => _sheet?.Name ?? Text["ListTitle"];

    protected override async Task OnParametersSetAsync()
    {
        if (_sheet?.Id != InstituteId)
        {
            (_name, _opened) = ("", "");
            _said = Message.Take() is { } left ? (NoticeKind.Success, left) : null;
            await ReadAsync();
        }
    }

    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private async Task ReadAsync()
    {
        _sheet = await Desk.FindAsync(await ActorAsync(), InstituteId, Gone);
        if (_sheet is null)
        {
            Navigation.NotFound();
            return;
        }

        // A name that is being typed stays, and remembers which one it was to replace.
        if (_name == _opened)
        {
            (_name, _opened) = (_sheet.Name, _sheet.Name);
        }
    }

    private Task RenameAsync() =>
        SendAsync(actor => Desk.RenameAsync(actor, InstituteId, _name, _opened, CancellationToken.None), "Renamed", renamed: true);

    private Task CloseAsync(SchoolSite site, bool close) => SendAsync(
        actor => Desk.CloseSiteAsync(actor, InstituteId, site.Id, close, CancellationToken.None), close ? "Closed" : "Reopened");

    private async Task SendAsync(Func<Actor, Task<SchoolOutcome>> command, string done, bool renamed = false)
    {
        if (_sending)
        {
            return;
        }

        (_sending, _nameError, _said) = (true, null, null);
        try
        {
            switch (await command(await ActorAsync()))
            {
                case SchoolOutcome.Done:
                    _opened = renamed ? _name : _opened;
                    await ReadAsync();
                    _said = (NoticeKind.Success, Text[done]);
                    break;
                case SchoolOutcome.Invalid { Findings: [var first, ..] }:
                    _nameError = Text.Of(first.Fault);
                    break;
                case SchoolOutcome.Stale:
                    await ReadAsync();
                    _opened = _sheet!.Name;
                    _said = (NoticeKind.Warning, Text["Stale", _sheet.Name]);
                    break;
                case SchoolOutcome.NotFound:
                    Navigation.NotFound();
                    break;
                default:
                    _said = (NoticeKind.Error, Text["NothingSaved"]);
                    break;
            }
        }
        finally
        {
            (_sending, _asked) = (false, null);
        }
    }
}
