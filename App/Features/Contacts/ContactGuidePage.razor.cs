using CovidSchoolReporting.App.Features.Guide;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Chi è contatto stretto? The guide for one case, before anybody has been written down.</summary>
public partial class ContactGuidePage
{
    private CaseSheet? _sheet;
    private GuideAnswers _answers = GuideAnswers.None;

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required AppraisalMemory Memory { get; init; }

    [Inject]
    public required IStringLocalizer<GuideScreenTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    private GuideAnswers Known => _sheet!.ContactSetting.Guide!.Known(person: null, "", "");

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        _sheet = await Queries.FindAsync(await ActorAsync(), CaseId, Gone);
        if (_sheet is null)
        {
            Navigation.NotFound();
        }
    }

    private void HandOver() => Memory.Leave(CaseId, CloseContactGuide.Walk(Known, _answers));

    private void BeginAgain() => _answers = GuideAnswers.None;
}
