using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>A choice of the draft: one value of an enumeration.</summary>
public partial class DraftChoiceField<TChoice>
{
    private static readonly IReadOnlyList<TChoice?> Choices = [.. Enum.GetValues<TChoice>().Select(value => (TChoice?)value)];

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }
}
