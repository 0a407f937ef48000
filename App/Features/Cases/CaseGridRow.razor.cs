using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>One row of the list. It tells the state by colour, word and icon, and is drawn again only when its case changed.</summary>
public partial class CaseGridRow
{
    private (CaseRow Row, string CloseAddress, bool IsAsked)? _drawn;

    [Inject]
    public required IStringLocalizer<CaseTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseRow Row { get; set; } = null!;

    /// <summary>The closing question over this list, as it is ordered and filtered now.</summary>
    [Parameter, EditorRequired]
    public string CloseAddress { get; set; } = "";

    /// <summary>The agency waits for an answer about this case.</summary>
    [Parameter]
    public bool IsAsked { get; set; }

    protected override bool ShouldRender() => _drawn != (Row, CloseAddress, IsAsked);

    protected override void OnAfterRender(bool firstRender) => _drawn = (Row, CloseAddress, IsAsked);
}
