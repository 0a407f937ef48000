using CovidSchoolReporting.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

/// <summary>The rows can only be added: see <see cref="DatabaseEngine.PrepareAsync"/>.</summary>
internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditSubject>
{
    public const string Table = "AuditEntries";
    public const string SubjectTable = "AuditSubjects";

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable(Table);
        builder.Property(e => e.Action).HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.RecordKind).HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.Details).HasMaxLength(AuditEntry.DetailsMaxLength);
        builder.Property(e => e.Screen).HasMaxLength(AuditEntry.ScreenMaxLength);
        builder.HasMany(e => e.Subjects).WithOne().HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(e => e.Subjects).HasField("_subjects");

        // No foreign keys to what an entry is about: the entry outlives it.
        builder.HasIndex(e => new { e.InstituteId, e.Id }).HasDatabaseName("IX_AuditEntries_OfInstitute");
        builder.HasIndex(e => new { e.RecordKind, e.RecordId, e.Id }).HasDatabaseName("IX_AuditEntries_OfRecord");
        builder.HasIndex(e => new { e.UserId, e.Id }).HasDatabaseName("IX_AuditEntries_OfUser");
        builder.HasIndex(e => new { e.ClientId, e.Id }).HasDatabaseName("IX_AuditEntries_OfClient");
        builder.HasIndex(e => new { e.At, e.Id }).HasDatabaseName("IX_AuditEntries_ByTime");
    }

    public void Configure(EntityTypeBuilder<AuditSubject> builder)
    {
        builder.ToTable(SubjectTable);
        builder.HasIndex(s => s.EntryId).HasDatabaseName("IX_AuditSubjects_OfEntry");
        builder.HasIndex(s => new { s.CaseId, s.EntryId }).HasDatabaseName("IX_AuditSubjects_OfCase");
    }
}
