using System.Globalization;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>One cell of the sheet: an input, its colour and sign, and the reason at hand.</summary>
public partial class SheetCell
{
    /// <summary>
    /// More than any rule allows, so that what is too long is seen and said instead of being cut; far less than a message of the
    /// circuit carries.
    /// </summary>
    private const int LongestTyped = 500;

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    /// <summary>The number of the row.</summary>
    [Parameter, EditorRequired]
    public int Row { get; set; }

    [Parameter, EditorRequired]
    public SheetColumn Column { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>What still asks for an answer here, or null.</summary>
    [Parameter]
    public Finding? Finding { get; set; }

    [Parameter]
    public bool IsRemoved { get; set; }

    [Parameter]
    public EventCallback<string> OnWritten { get; set; }

    private string Id => IdOf(Row, Column.Field);

    private string MessageId => $"{Id}-message";

    private string Label => Text["CellNamed", Text[$"Column_{Column.Field}"], Row];

    private string? StateClass => IsRemoved ? "removed" : Finding is null ? null : Finding.IsError ? "wrong" : "warned";

    private string? AriaInvalid => Finding is { IsError: true } ? "true" : null;

    private string? DescribedBy => Finding is null ? null : MessageId;

    private string? InputMode => Column.Kind == CellKind.Phone ? "tel" : null;

    private IEnumerable<(string Name, string Word)> Choices => Column.Kind == CellKind.Role
        ? Enum.GetValues<PersonRole>().Select(role => (role.ToString(), Shared.Of(role)))
        : Enum.GetValues<Sex>().Select(sex => (sex.ToString(), Shared.Of(sex)));

    private string Shown => Column.Kind is CellKind.Role or CellKind.Sex
        ? Choices.FirstOrDefault(choice => choice.Name == Value).Word ?? Value : Value;

    /// <summary>The id of a cell's input.</summary>
    internal static string IdOf(int row, string field) => $"cell-{row}-{field}";

    /// <returns>What an id names, or null when it is none of a cell's.</returns>
    internal static (int Row, string Field)? ReadId(string id) =>
        id.Split('-') is ["cell", var row, var field] && int.TryParse(row, CultureInfo.InvariantCulture, out var number) ? (number, field) : null;

    private Task SendAsync(string? text) => OnWritten.InvokeAsync(text ?? "");
}
