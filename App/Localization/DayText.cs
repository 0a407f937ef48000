using System.Globalization;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.App.Localization;

/// <summary>Days and instants as the screens write them, the same in both languages.</summary>
public static class DayText
{
    /// <summary>A day as dd/MM/yyyy; empty for none.</summary>
    public static string Of(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A UTC instant as dd/MM/yyyy HH:mm on the wall clock of Europe/Rome.</summary>
    public static string OfInstant(DateTime utc) =>
        PortalClock.InRome(utc).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A UTC instant as HH:mm on the wall clock of Europe/Rome.</summary>
    public static string TimeOf(DateTime utc) => PortalClock.InRome(utc).ToString("HH:mm", CultureInfo.InvariantCulture);
}
