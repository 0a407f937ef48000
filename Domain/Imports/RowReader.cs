using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Puts the texts of a row into the fields that its columns mean.</summary>
public sealed class RowReader(PortalClock clock, PlaceRegister places)
{
    /// <summary>Reads one row; safe to call again when a column's meaning has changed.</summary>
    public ReadRow Read(RecognisedTable table, SourceRow row) => throw new NotSupportedException($"{clock} {places}");
}
