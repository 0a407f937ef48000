using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Drafts;

internal sealed class SavedDraftMapping : IEntityTypeConfiguration<SavedDraft>
{
    public void Configure(EntityTypeBuilder<SavedDraft> builder)
    {
        builder.ToTable("Drafts");
        builder.Ignore(d => d.Key);
        builder.Property(d => d.Slot).HasMaxLength(SavedDraft.SlotMaxLength);
        builder.Property(d => d.Content).HasMaxLength(SavedDraft.SheetMaxLength);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasOne<Institute>().WithMany().HasForeignKey(d => d.InstituteId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CovidCase>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.UserId, d.InstituteId, d.Slot }).IsUnique().HasDatabaseName("IX_Drafts_Slot");
        builder.HasIndex(d => new { d.UserId, d.Slot }).IsUnique().HasFilter("\"InstituteId\" IS NULL").HasDatabaseName("IX_Drafts_SlotOfAgency");
        builder.HasIndex(d => d.CaseId).HasDatabaseName("IX_Drafts_Case");
        builder.HasIndex(d => d.SavedAt).HasDatabaseName("IX_Drafts_SavedAt");
    }
}
