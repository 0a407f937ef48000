using CovidSchoolReporting.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Identity;

internal sealed class ApiClientMapping : IEntityTypeConfiguration<ApiClient>
{
    public void Configure(EntityTypeBuilder<ApiClient> builder)
    {
        builder.ToTable("ApiClients");
        builder.Property(c => c.ClientId).HasMaxLength(ApiClient.ClientIdMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Territories);
        builder.Ignore(c => c.Scopes);
        builder.Property<HashSet<Territory>>("_territories").HasColumnName("Territories").HasMaxLength(ApiClient.TerritoriesMaxLength)
            .HasConversion(
                set => string.Join(',', set.OrderBy(t => t).Select(t => t.ToString())),
                text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => Enum.Parse<Territory>(t)).ToHashSet(),
                new ValueComparer<HashSet<Territory>>((a, b) => a!.SetEquals(b!), set => set.Count, set => set.ToHashSet()));
        builder.Property<HashSet<string>>("_scopes").HasColumnName("Scopes").HasMaxLength(ApiClient.ScopesMaxLength)
            .HasConversion(
                set => string.Join(' ', set.Order(StringComparer.Ordinal)),
                text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(),
                new ValueComparer<HashSet<string>>((a, b) => a!.SetEquals(b!), set => set.Count, set => set.ToHashSet()));
        builder.HasIndex(c => c.ClientId).IsUnique().HasDatabaseName("IX_ApiClients_ClientId");
    }
}
