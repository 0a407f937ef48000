using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>
/// A day, as it was typed: <c>1/3/10</c> is as good as <c>01/03/2010</c>, and the owner normalises it when the field is left.
/// The calendar button opens the browser's own picker (js/fields.js), which writes dd/MM/yyyy in the text.
/// </summary>
/// <remarks>The keyboard of a tablet stays the full one: a numeric keyboard has no slash.</remarks>
public partial class DateField
{
    /// <summary>First day that the calendar offers; typing is not limited by it.</summary>
    [Parameter]
    public DateOnly? Earliest { get; set; }

    /// <summary>Last day that the calendar offers; typing is not limited by it.</summary>
    [Parameter]
    public DateOnly? Latest { get; set; }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
