using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Elenco dei contatti of one case.</summary>
public partial class ContactsPage
{
    private CaseSheet? _sheet;
    private string? _message;

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required Cases.ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    private bool IsClosed => _sheet!.Row.Status == CaseStatus.Closed;

    protected override Task OnInitializedAsync()
    {
        _message = Message.Take();
        return ReadAsync();
    }

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        _sheet = await Queries.FindAsync(await ActorAsync(), CaseId, Gone);
        if (_sheet is null)
        {
            Navigation.NotFound();
        }
    }
}
