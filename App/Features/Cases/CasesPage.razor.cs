using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>
/// Elenco dei casi segnalati. Order, filter and place are in the address, so that Back, refresh and a bookmark find them; what was
/// searched for is not, because it is a person's name.
/// </summary>
public partial class CasesPage
{
    private string? _message;
    private int? _closedId;
    private CaseListRequest? _messageOf;

    [Inject]
    public required IStringLocalizer<CaseTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The case that is about to be closed, in the dialog over the list.</summary>
    [Parameter]
    public int? ClosingId { get; set; }

    [CascadingParameter(Name = MainLayout.AddressName)]
    public string Address { get; set; } = "";

    private CaseListRequest Request => CaseListAddress.Read(Address);

    protected override void OnInitialized()
    {
        _message = Message.Take();
        _messageOf = Request;
    }

    protected override void OnParametersSet()
    {
        // What happened was said once: another order or page is another matter.
        if (Request != _messageOf)
        {
            _messageOf = Request;
            (_message, _closedId) = (null, null);
        }
    }

    private void ShowClosed(int caseId)
    {
        _message = null;
        _closedId = caseId;
        BackToList();
    }

    private void BackToList() => Navigation.NavigateTo(CaseListAddress.Of(Request));
}
