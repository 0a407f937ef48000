using CovidSchoolReporting.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

/// <summary>The rows can only be added: see <see cref="DatabaseEngine.PrepareAsync"/>.</summary>
internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public const string Table = "AuditEntries";

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable(Table);
        builder.Property(e => e.Action).HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.RecordKind).HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.Details).HasMaxLength(AuditEntry.DetailsMaxLength);
        builder.Property(e => e.Screen).HasMaxLength(AuditEntry.ScreenMaxLength);

        // No foreign keys: an entry outlives whatever it is about.
        builder.HasIndex(e => new { e.InstituteId, e.Id }).HasDatabaseName("IX_AuditEntries_OfInstitute");
        builder.HasIndex(e => new { e.RecordKind, e.RecordId, e.Id }).HasDatabaseName("IX_AuditEntries_OfRecord");
        builder.HasIndex(e => new { e.UserId, e.Id }).HasDatabaseName("IX_AuditEntries_OfUser");
        builder.HasIndex(e => new { e.ClientId, e.Id }).HasDatabaseName("IX_AuditEntries_OfClient");
    }
}
