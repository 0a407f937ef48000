using System.Text.Json;
using System.Text.Json.Serialization;
using CovidSchoolReporting.Domain.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class PolicyMapping : IEntityTypeConfiguration<ReportingPolicy>
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<ReportingPolicy> builder)
    {
        builder.ToTable("ReportingPolicies");
        builder.Ignore(p => p.Details);
        builder.Property(p => p.Source).HasMaxLength(ReportingPolicy.SourceMaxLength);
        builder.Property(p => p.Notes).HasMaxLength(ReportingPolicy.NotesMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();

        // The terms are read and written as one and never searched. They do not change in place, so they need no copy to compare with.
        builder.Property(p => p.Terms).HasConversion(
            terms => JsonSerializer.Serialize(terms, Json),
            json => JsonSerializer.Deserialize<PolicyTerms>(json, Json)!,
            new ValueComparer<PolicyTerms>((left, right) => Equals(left, right), terms => terms.GetHashCode(), terms => terms));

        builder.HasIndex(p => p.RequestKey).IsUnique().HasDatabaseName("IX_ReportingPolicies_RequestKey");
        builder.HasIndex(p => p.StartsOn).IsUnique().HasFilter("\"PublishedAt\" IS NOT NULL").HasDatabaseName("IX_ReportingPolicies_Published");
    }
}
