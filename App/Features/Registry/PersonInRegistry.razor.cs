using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Infrastructure.Audit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Registry;

/// <summary>Finds the person who asks for their data, and leads to what was written down about them.</summary>
public partial class PersonInRegistry
{
    private string _searched = "";
    private IReadOnlyList<AuditPerson>? _found;
    private AuditPerson? _shown;
    private (int?, int?) _asked;

    [Inject]
    public required AuditDesk Desk { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IStringLocalizer<RegistryTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public AuditListRequest Request { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_asked != (Request.CaseId, Request.ContactId))
        {
            _asked = (Request.CaseId, Request.ContactId);
            _shown = Request.CaseId is { } caseId
                ? await Desk.FindPersonAsync(await Current.RequireAsync(), caseId, Request.ContactId, CancellationToken.None)
                : null;
        }
    }

    private async Task SearchAsync(string typed)
    {
        _searched = typed;
        _found = typed.Length == 0 ? null : await Desk.FindPeopleAsync(await Current.RequireAsync(), typed, CancellationToken.None);
    }
}
