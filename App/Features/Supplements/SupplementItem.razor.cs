using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Supplements;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Supplements;

/// <summary>One integrazione as both sides see it: what was sent beside what is right, and what the agency made of it.</summary>
public partial class SupplementItem
{
    [Inject]
    public required IStringLocalizer<SupplementTexts> Text { get; init; }

    /// <summary>The fields bear the names that they have in the forms.</summary>
    [Inject]
    public required IStringLocalizer<FormTexts> Form { get; init; }

    [Parameter, EditorRequired]
    public SupplementRow Supplement { get; set; } = null!;

    /// <summary>What can be done with it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Heading => Supplement switch
    {
        { Kind: SupplementKind.AddedContact } => Text["HeadingContact", Supplement.Number],
        { CorrectedContact: { } contact } => Text["HeadingOfContact", Supplement.Number, contact],
        _ => Text["HeadingOfCase", Supplement.Number],
    };

    private string Written(string? value) => string.IsNullOrEmpty(value) ? Text["Nothing"] : value;
}
