using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>The fields of a plesso.</summary>
public partial class SiteFields
{
    private const int MostSuggestions = 12;

    private static readonly IReadOnlyList<SchoolType?> AllTypes = [.. Enum.GetValues<SchoolType>().Select(type => (SchoolType?)type)];

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required IStringLocalizer<SchoolTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public SchoolForm Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public bool IsNew { get; set; }

    private IReadOnlyList<string> Municipalities(string typed) =>
        [.. Places.Search(typed, MostSuggestions, ofTerritoryOnly: true).Select(place => place.Label)];

    private string? ErrorOf(string field) => Form.FaultOf(field) is { } fault ? Text.Of(fault) : null;

    private void Type(string field, Action write)
    {
        write();
        Form.Typed(field);
    }
}
