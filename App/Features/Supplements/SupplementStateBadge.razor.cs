using CovidSchoolReporting.Domain.Supplements;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Supplements;

/// <summary>What the agency made of an integrazione, by colour, word and icon.</summary>
public partial class SupplementStateBadge
{
    [Inject]
    public required IStringLocalizer<SupplementTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public SupplementState State { get; set; }
}
