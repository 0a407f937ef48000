using System.Text.Json;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal static class ConfirmedWarningsColumn
{
    /// <summary>Warnings lie beside the person as JSON: they are read with the person and never searched.</summary>
    public static void IsConfirmedWarnings(this PropertyBuilder<IReadOnlyList<ConfirmedWarning>> property) => property.HasConversion(
        warnings => JsonSerializer.Serialize(warnings, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<List<ConfirmedWarning>>(json, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyList<ConfirmedWarning>>(
            (left, right) => left!.SequenceEqual(right!),
            warnings => warnings.Aggregate(0, (hash, warning) => HashCode.Combine(hash, warning)),
            warnings => warnings.ToList()));
}
