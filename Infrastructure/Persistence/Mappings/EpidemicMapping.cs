using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence.Epidemic;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

/// <summary>
/// The sums of the epidemic. The order of each key is the order in which its chart groups, so that the database sums while it walks and
/// sorts nothing.
/// </summary>
internal sealed class EpidemicMapping :
    IEntityTypeConfiguration<DayFigure>, IEntityTypeConfiguration<PlaceFigure>, IEntityTypeConfiguration<ClassFigure>,
    IEntityTypeConfiguration<DelayFigure>, IEntityTypeConfiguration<OfficialFigure>, IEntityTypeConfiguration<MunicipalityShape>,
    IEntityTypeConfiguration<Cluster>, IEntityTypeConfiguration<ReceivedReport>
{
    public void Configure(EntityTypeBuilder<DayFigure> builder)
    {
        builder.ToTable("DayFigures");
        builder.HasKey(f => new { f.Basis, f.Territory, f.Day, f.SchoolType, f.Role });
    }

    public void Configure(EntityTypeBuilder<PlaceFigure> builder)
    {
        builder.ToTable("PlaceFigures");
        builder.HasKey(f => new { f.Basis, f.Territory, f.MunicipalityCode, f.Day, f.SchoolType, f.Role });
        builder.Property(f => f.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
    }

    public void Configure(EntityTypeBuilder<ClassFigure> builder)
    {
        builder.ToTable("ClassFigures");
        builder.HasKey(f => new { f.Basis, f.Territory, f.SiteId, f.ClassKey, f.Day, f.SchoolType, f.Role, f.MunicipalityCode });
        builder.Property(f => f.ClassKey).HasMaxLength(ClassKey.MaxLength);
        builder.Property(f => f.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
    }

    public void Configure(EntityTypeBuilder<DelayFigure> builder)
    {
        builder.ToTable("DelayFigures");
        builder.HasKey(f => new { f.Territory, f.Step, f.Length, f.Day, f.SchoolType, f.Role, f.MunicipalityCode });
        builder.Property(f => f.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
    }

    public void Configure(EntityTypeBuilder<OfficialFigure> builder)
    {
        builder.ToTable("OfficialFigures");
        builder.HasKey(f => new { f.Territory, f.Day });
    }

    public void Configure(EntityTypeBuilder<MunicipalityShape> builder)
    {
        builder.ToTable("MunicipalityShapes");
        builder.HasKey(s => s.Code);
        builder.Property(s => s.Code).HasMaxLength(Municipality.CodeLength);
        builder.Property(s => s.Path).HasMaxLength(MunicipalityShape.PathMaxLength);
    }

    public void Configure(EntityTypeBuilder<Cluster> builder)
    {
        builder.ToTable("Clusters");
        builder.Property(c => c.ClassKey).HasMaxLength(ClassKey.MaxLength);
        builder.Property(c => c.SiteMunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(c => c.SchoolName).HasMaxLength(FieldLimits.SchoolName);
        builder.Property(c => c.StateByName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<SchoolSite>().WithMany().HasForeignKey(c => c.SiteId).OnDelete(DeleteBehavior.Restrict);

        // Two processes that find the same cluster at once are stopped here, and look again.
        builder.HasIndex(c => new { c.SiteId, c.ClassKey, c.FirstDay }).IsUnique().HasDatabaseName("IX_Clusters_OfClass");
        builder.HasIndex(c => new { c.Territory, c.State, c.LastDay, c.Id }).HasDatabaseName("IX_Clusters_ByState");
    }

    /// <summary>The reports that wait are few, and counted from an index of theirs alone.</summary>
    public void Configure(EntityTypeBuilder<ReceivedReport> builder) => builder
        .HasIndex(r => new { r.Territory, r.ReceivedDay, r.SchoolType, r.SiteMunicipalityCode, r.Role })
        .HasFilter($"\"State\" = {(int)AgencyState.Received}")
        .HasDatabaseName("IX_ReceivedReports_Waiting");
}
