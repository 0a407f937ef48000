using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class RememberedColumnsMapping : IEntityTypeConfiguration<RememberedColumns>
{
    private const int LongestFieldName = 32;

    public void Configure(EntityTypeBuilder<RememberedColumns> builder)
    {
        builder.ToTable("RememberedColumns");
        builder.Property(r => r.HeaderKey).HasMaxLength(RememberedColumns.HeaderKeyLength);
        builder.Property(r => r.Fields).HasMaxLength(ImportLimits.Columns * LongestFieldName);
        builder.HasOne<Institute>().WithMany().HasForeignKey(r => r.InstituteId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.InstituteId, r.HeaderKey }).IsUnique().HasDatabaseName("IX_RememberedColumns_Institute_HeaderKey");
    }
}
