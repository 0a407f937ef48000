using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class InstituteMapping : IEntityTypeConfiguration<Institute>, IEntityTypeConfiguration<SchoolSite>
{
    public void Configure(EntityTypeBuilder<Institute> builder)
    {
        builder.ToTable("Institutes");
        builder.Property(i => i.Code).HasMaxLength(Institute.CodeMaxLength);
        builder.Property(i => i.Name).HasMaxLength(Institute.NameMaxLength);
        builder.HasIndex(i => i.Code).IsUnique().HasDatabaseName("IX_Institutes_Code");
        builder.HasMany(i => i.Sites).WithOne().HasForeignKey(s => s.InstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(i => i.Sites).HasField("_sites");
    }

    public void Configure(EntityTypeBuilder<SchoolSite> builder)
    {
        builder.ToTable("SchoolSites");
        builder.Property(s => s.Code).HasMaxLength(Institute.CodeMaxLength);
        builder.Property(s => s.Name).HasMaxLength(Institute.NameMaxLength);
        builder.Property(s => s.Type).HasConversion<string>().HasMaxLength(30);
        builder.Property(s => s.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(s => s.Register).HasConversion<string>().HasMaxLength(20).HasDefaultValue(SchoolRegister.Agency);
        builder.HasIndex(s => s.Code).IsUnique().HasDatabaseName("IX_SchoolSites_Code");
    }
}
