using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class RosterMapping : IEntityTypeConfiguration<RosterClass>, IEntityTypeConfiguration<RosterPerson>
{
    public void Configure(EntityTypeBuilder<RosterClass> builder)
    {
        builder.ToTable("RosterClasses");
        builder.Ignore(c => c.Place);
        builder.Property(c => c.ClassName).HasMaxLength(FieldLimits.ClassName);
        builder.Property(c => c.Section).HasMaxLength(FieldLimits.ClassName);
        builder.Property(c => c.Key).HasMaxLength((FieldLimits.ClassName * 2) + 1);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Institute>().WithMany().HasForeignKey(c => c.InstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SchoolSite>().WithMany().HasForeignKey(c => c.SchoolSiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.People).WithOne().HasForeignKey(p => p.RosterClassId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.People).HasField("_people");
        builder.HasIndex(c => new { c.InstituteId, c.SchoolSiteId, c.Key }).IsUnique().HasDatabaseName("IX_RosterClasses_Place");
        builder.HasIndex(c => c.LoadedAt).HasDatabaseName("IX_RosterClasses_LoadedAt");
    }

    public void Configure(EntityTypeBuilder<RosterPerson> builder)
    {
        builder.ToTable("RosterPeople");
        builder.Property(p => p.Surname).HasMaxLength(FieldLimits.Name);
        builder.Property(p => p.Name).HasMaxLength(FieldLimits.Name);
        builder.Property(p => p.FiscalCode).HasMaxLength(FiscalCode.MaxLength);
        builder.Property(p => p.FiscalCodeKey).HasMaxLength(FiscalCode.MaxLength);
        builder.Property(p => p.DomicileCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(p => p.Address).HasMaxLength(FieldLimits.Address);
        builder.Property(p => p.Phone).HasMaxLength(PhoneNumber.MaxLength);
        builder.Property(p => p.SurnameKey).HasMaxLength(PersonSearch.KeyMaxLength);
        builder.Property(p => p.ConfirmedWarnings).IsConfirmedWarnings();

        // The same row of a list cannot be in a class twice, even when two saves of it meet.
        builder.HasIndex(p => new { p.RosterClassId, p.RequestKey }).IsUnique().HasDatabaseName("IX_RosterPeople_Row");

        // A surname that is being typed is looked up at each key: in one plesso, or in the whole institute.
        builder.HasIndex(p => new { p.InstituteId, p.SchoolSiteId, p.SurnameKey, p.Id }).HasDatabaseName("IX_RosterPeople_OfSiteBySurname");
        builder.HasIndex(p => new { p.InstituteId, p.SurnameKey, p.Id }).HasDatabaseName("IX_RosterPeople_BySurname");
    }
}
