using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Infrastructure.Persistence.Agency;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class QueueMapping : IEntityTypeConfiguration<ReportTally>, IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<ReportTally> builder)
    {
        builder.ToTable("ReportTallies");
        builder.HasKey(t => new { t.Territory, t.Day, t.State });
    }

    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");

        // «Urgenti» and «urgenti» are one name to whoever reads them.
        builder.Property(v => v.Name).HasMaxLength(SavedView.NameMaxLength).UseCollation("NOCASE");
        builder.Property(v => v.Words).HasMaxLength(SavedView.WordsMaxLength);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(v => new { v.UserId, v.Name }).IsUnique().HasDatabaseName("IX_SavedViews_Name");
    }
}
