using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class CaseMapping
    : IEntityTypeConfiguration<CovidCase>, IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<CaseDelivery>
{
    /// <summary>The filter that hides deleted contacts from whoever does not ask for them by this name.</summary>
    public const string RemovedContacts = nameof(RemovedContacts);

    public void Configure(EntityTypeBuilder<CovidCase> builder)
    {
        builder.ToTable("Cases");
        MapPerson(builder);
        builder.Property(c => c.SchoolName).HasMaxLength(FieldLimits.SchoolName);
        builder.Property(c => c.SiteMunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(c => c.ReferentName).HasMaxLength(FieldLimits.Name * 2);
        builder.Property(c => c.ReferentPhone).HasMaxLength(PhoneNumber.MaxLength);
        builder.Property(c => c.ReferentEmail).HasMaxLength(FieldLimits.Email);
        builder.Property(c => c.SecondPhone).HasMaxLength(PhoneNumber.MaxLength);
        builder.Property(c => c.NameKey).HasMaxLength(PersonSearch.KeyMaxLength);
        builder.Property(c => c.NoContactsReason).HasMaxLength(FieldLimits.Reason);
        builder.Property(c => c.ProtocolNumber).HasMaxLength(Receipt.ProtocolNumberMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();

        builder.HasOne<Institute>().WithMany().HasForeignKey(c => c.InstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SchoolSite>().WithMany().HasForeignKey(c => c.SchoolSiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Policy).WithMany().HasForeignKey(c => c.PolicyId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(c => c.Policy).AutoInclude(); // No rule of a case can be asked without its policy.
        builder.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Contacts).HasField("_contacts").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Ignore(c => c.RemovedContacts); // The same rows as the contacts, looked at from the other side.
        builder.HasOne(c => c.Delivery).WithOne().HasForeignKey<CaseDelivery>(d => d.CaseId).OnDelete(DeleteBehavior.Cascade);

        // One index for each way to walk the list of an institute, with and without the filter on the status,
        // so that any page of any order costs the same however many cases there are.
        builder.HasIndex(c => new { c.InstituteId, c.Id }).HasDatabaseName("IX_Cases_ById");
        builder.HasIndex(c => new { c.InstituteId, c.SurnameKey, c.Id }).HasDatabaseName("IX_Cases_BySurname");
        builder.HasIndex(c => new { c.InstituteId, c.NameKey, c.Id }).HasDatabaseName("IX_Cases_ByName");
        builder.HasIndex(c => new { c.InstituteId, c.LastDayAttended, c.Id }).HasDatabaseName("IX_Cases_ByLastDay");
        builder.HasIndex(c => new { c.InstituteId, c.Status, c.Id }).HasDatabaseName("IX_Cases_ByStatus");
        builder.HasIndex(c => new { c.InstituteId, c.Status, c.SurnameKey, c.Id }).HasDatabaseName("IX_Cases_ByStatusAndSurname");
        builder.HasIndex(c => new { c.InstituteId, c.Status, c.NameKey, c.Id }).HasDatabaseName("IX_Cases_ByStatusAndName");
        builder.HasIndex(c => new { c.InstituteId, c.Status, c.LastDayAttended, c.Id }).HasDatabaseName("IX_Cases_ByStatusAndLastDay");
        builder.HasIndex(c => new { c.InstituteId, c.FiscalCodeKey, c.Id }).HasDatabaseName("IX_Cases_ByFiscalCode");
    }

    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("Contacts");
        MapPerson(builder);
        builder.Property(c => c.Address).HasMaxLength(FieldLimits.Address);
        builder.Property(c => c.Appraisal).HasConversion(
            appraisal => appraisal == null ? null : AppraisalJson.Write(appraisal),
            json => json == null ? null : AppraisalJson.Read(json));
        builder.HasQueryFilter(RemovedContacts, c => c.RemovedAt == null);
        builder.HasIndex(c => c.CaseId).HasDatabaseName("IX_Contacts_Case");
        builder.HasIndex(c => new { c.InstituteId, c.FiscalCodeKey }).HasDatabaseName("IX_Contacts_ByFiscalCode");
        builder.HasIndex(c => new { c.InstituteId, c.SurnameKey }).HasDatabaseName("IX_Contacts_BySurname");

        // The agency asks who of a report's people is in another one, whatever the school.
        builder.HasIndex(c => c.FiscalCodeKey).HasDatabaseName("IX_Contacts_Everywhere");
        builder.HasIndex(c => new { c.SurnameKey, c.BirthDate }).HasDatabaseName("IX_Contacts_EverywhereByName");
    }

    public void Configure(EntityTypeBuilder<CaseDelivery> builder)
    {
        builder.ToTable("Deliveries");
        builder.Property(d => d.LastFailure).HasMaxLength(CaseDelivery.FailureMaxLength);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.CaseId).IsUnique().HasDatabaseName("IX_Deliveries_Case");
        builder.HasIndex(d => d.Key).IsUnique().HasDatabaseName("IX_Deliveries_Key");
        builder.HasIndex(d => new { d.State, d.NextAttemptAt, d.Id }).HasDatabaseName("IX_Deliveries_Due");
    }

    private static void MapPerson<TPerson>(EntityTypeBuilder<TPerson> builder)
        where TPerson : ReportedPerson
    {
        builder.Property(p => p.ClassName).HasMaxLength(FieldLimits.ClassName);
        builder.Property(p => p.Section).HasMaxLength(FieldLimits.ClassName);
        builder.Property(p => p.Surname).HasMaxLength(FieldLimits.Name);
        builder.Property(p => p.Name).HasMaxLength(FieldLimits.Name);
        builder.Property(p => p.FiscalCode).HasMaxLength(FiscalCode.MaxLength);
        builder.Property(p => p.FiscalCodeKey).HasMaxLength(FiscalCode.MaxLength);
        builder.Property(p => p.FiscalCodeUnavailableReason).HasMaxLength(FieldLimits.Reason);
        builder.Property(p => p.DomicileCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(p => p.Phone).HasMaxLength(PhoneNumber.MaxLength);
        builder.Property(p => p.SurnameKey).HasMaxLength(PersonSearch.KeyMaxLength);
        builder.Property(p => p.ConfirmedWarnings).IsConfirmedWarnings();
        builder.HasIndex(p => p.RequestKey).IsUnique().HasDatabaseName($"IX_{typeof(TPerson).Name}_RequestKey");
    }
}
