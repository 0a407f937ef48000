using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

/// <summary>What administrators may change is a concurrency token: of two who save at the same moment the second is told.</summary>
internal sealed class InstituteMapping : IEntityTypeConfiguration<Institute>, IEntityTypeConfiguration<SchoolSite>
{
    public void Configure(EntityTypeBuilder<Institute> builder)
    {
        builder.ToTable("Institutes");
        builder.Property(i => i.Code).HasMaxLength(Institute.CodeMaxLength);
        builder.Property(i => i.Name).HasMaxLength(Institute.NameMaxLength).IsConcurrencyToken();
        builder.HasIndex(i => i.Code).IsUnique().HasDatabaseName("IX_Institutes_Code");
        builder.HasMany(i => i.Sites).WithOne().HasForeignKey(s => s.InstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(i => i.Sites).HasField("_sites");
    }

    public void Configure(EntityTypeBuilder<SchoolSite> builder)
    {
        builder.ToTable("SchoolSites");
        builder.Property(s => s.Code).HasMaxLength(Institute.CodeMaxLength);
        builder.Property(s => s.Name).HasMaxLength(Institute.NameMaxLength).IsConcurrencyToken();
        builder.Property(s => s.Type).HasConversion<string>().HasMaxLength(30).IsConcurrencyToken();
        builder.Property(s => s.MunicipalityCode).HasMaxLength(Municipality.CodeLength).IsConcurrencyToken();
        builder.Property(s => s.ClosedOn).IsConcurrencyToken();
        builder.Property(s => s.Register).HasConversion<string>().HasMaxLength(20).HasDefaultValue(SchoolRegister.Agency);
        builder.HasIndex(s => s.Code).IsUnique().HasDatabaseName("IX_SchoolSites_Code");
    }
}
