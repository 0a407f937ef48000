using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence.Agency;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class ReceivedReportMapping
    : IEntityTypeConfiguration<ReceivedReport>, IEntityTypeConfiguration<ReportEvent>, IEntityTypeConfiguration<ProtocolYear>,
    IEntityTypeConfiguration<ChangeCounter>
{
    public const string Table = "ReceivedReports";

    private static readonly string[] Filtered =
    [
        nameof(ReceivedReport.State), nameof(ReceivedReport.AssignedTo), nameof(ReceivedReport.Missing), nameof(ReceivedReport.SchoolType),
        nameof(ReceivedReport.SiteMunicipalityCode), nameof(ReceivedReport.LastDayAttended), nameof(ReceivedReport.ReceivedAt),
    ];

    public void Configure(EntityTypeBuilder<ReceivedReport> builder)
    {
        builder.ToTable(Table);
        builder.Ignore(r => r.Receipt);
        builder.Ignore(r => r.UndecidedCount);
        builder.Property(r => r.ProtocolNumber).HasMaxLength(Receipt.ProtocolNumberMaxLength);
        builder.Property(r => r.SchoolName).HasMaxLength(FieldLimits.SchoolName);
        builder.Property(r => r.SiteMunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.Surname).HasMaxLength(FieldLimits.Name);
        builder.Property(r => r.Name).HasMaxLength(FieldLimits.Name);
        builder.Property(r => r.SurnameKey).HasMaxLength(PersonSearch.KeyMaxLength);
        builder.Property(r => r.NameKey).HasMaxLength(PersonSearch.KeyMaxLength);
        builder.Property(r => r.FiscalCodeKey).HasMaxLength(FiscalCode.MaxLength);
        builder.Property(r => r.ClassName).HasMaxLength(FieldLimits.ClassName);
        builder.Property(r => r.Section).HasMaxLength(FieldLimits.ClassName);
        builder.Property(r => r.ClassKey).HasMaxLength(ClassKey.MaxLength);
        builder.Property(r => r.AssignedToName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(r => r.MeasuresIssuedByName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(r => r.ConcludedByName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(r => r.TakenInChargeByName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<CovidCase>().WithOne().HasForeignKey<ReceivedReport>(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);

        builder.HasOne<SchoolSite>().WithMany().HasForeignKey(r => r.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(r => r.Events).UsePropertyAccessMode(PropertyAccessMode.Field);

        builder.HasIndex(r => r.DeliveryKey).IsUnique().HasDatabaseName("IX_ReceivedReports_DeliveryKey");
        builder.HasIndex(r => r.ProtocolNumber).IsUnique().HasDatabaseName("IX_ReceivedReports_Protocol");

        // One class over time, for its other cases; by plesso first, which is what its foreign key needs too.
        builder.HasIndex(r => new { r.SiteId, r.ClassKey, r.ReceivedDay }).HasDatabaseName("IX_ReceivedReports_ByClass");

        // The feed is walked by change, by a system of both territories or of one; «since when» is answered inside the index.
        builder.HasIndex(r => new { r.ChangeNumber, r.UpdatedAt }).HasDatabaseName("IX_ReceivedReports_ByChange");
        builder.HasIndex(r => new { r.Territory, r.ChangeNumber, r.UpdatedAt }).HasDatabaseName("IX_ReceivedReports_ByTerritoryAndChange");

        AddQueueIndexes(builder);
        // Who of one birth date has been reported already: names are compared only among these.
        builder.HasIndex(r => r.BirthDate).HasDatabaseName("IX_ReceivedReports_ByBirthDate");
    }

    public void Configure(EntityTypeBuilder<ReportEvent> builder)
    {
        builder.ToTable("ReportEvents");
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.UserName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(e => e.Subject).HasMaxLength(ReportEvent.SubjectMaxLength);
        builder.HasOne<ReceivedReport>().WithMany(r => r.Events).HasForeignKey(e => e.ReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.ReportId, e.Id }).HasDatabaseName("IX_ReportEvents_OfReport");
    }

    public void Configure(EntityTypeBuilder<ProtocolYear> builder)
    {
        builder.ToTable("ProtocolYears");
        builder.HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Property(y => y.Last).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ChangeCounter> builder)
    {
        builder.ToTable("ChangeCounters");
        builder.HasKey(c => c.Table);
        builder.Property(c => c.Table).HasMaxLength(ChangeCounter.TableMaxLength);
    }

    /// <summary>
    /// The indexes of «Casi ricevuti», see <see cref="QueueIndexes"/>. Those of an order carry the columns that filters ask for after
    /// the key and the id: SQLite has no other way to keep them in the index.
    /// </summary>
    private static void AddQueueIndexes(EntityTypeBuilder<ReceivedReport> builder)
    {
        Ordered(QueueIndexes.ById);
        Ordered(QueueIndexes.ByState, nameof(ReceivedReport.State));
        Ordered(QueueIndexes.ByLastDay, nameof(ReceivedReport.LastDayAttended));
        Ordered(QueueIndexes.BySchool, nameof(ReceivedReport.SchoolName));
        Ordered(QueueIndexes.BySurname, nameof(ReceivedReport.SurnameKey));
        Ordered(QueueIndexes.ByName, nameof(ReceivedReport.NameKey));
        Ordered(QueueIndexes.ByMunicipality, nameof(ReceivedReport.SiteMunicipalityCode));
        builder.HasIndex(r => new { r.Territory, r.SiteId, r.Id }).HasDatabaseName(QueueIndexes.OfSite);
        builder.HasIndex(r => new { r.Territory, r.ClassKey, r.Id }).HasDatabaseName(QueueIndexes.OfClass);
        builder.HasIndex(r => new { r.Territory, r.AssignedTo, r.Id }).HasDatabaseName(QueueIndexes.OfAssignee);
        builder.HasIndex(r => new { r.Territory, r.FiscalCodeKey, r.Id }).HasDatabaseName(QueueIndexes.ByFiscalCode);

        void Ordered(string name, params string[] key) =>
            builder.HasIndex([nameof(ReceivedReport.Territory), .. key, nameof(ReceivedReport.Id), .. Filtered.Except(key)], name);
    }
}
