using System.Text.Json;
using System.Text.Json.Serialization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Supplements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Supplements;

internal sealed class SupplementMapping : IEntityTypeConfiguration<Supplement>
{
    /// <summary>An added contact is read with its integrazione and never searched: it lies beside it as JSON, with names for numbers.</summary>
    private static readonly JsonSerializerOptions ContactFormat = new()
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    public void Configure(EntityTypeBuilder<Supplement> builder)
    {
        builder.ToTable("Supplements");
        builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Contact).HasConversion(
            contact => contact == null ? null : JsonSerializer.Serialize(contact, ContactFormat),
            json => json == null ? null : JsonSerializer.Deserialize<ReportedContact>(json, ContactFormat));
        builder.Property(s => s.Field).HasMaxLength(Supplement.FieldMaxLength);
        builder.Property(s => s.OldValue).HasMaxLength(Supplement.ValueMaxLength);
        builder.Property(s => s.NewValue).HasMaxLength(Supplement.ValueMaxLength);
        builder.Property(s => s.Note).HasMaxLength(FieldLimits.Reason);
        builder.Property(s => s.SentByName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(s => s.JudgedByName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(s => s.RefusalReason).HasMaxLength(FieldLimits.Reason);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<CovidCase>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Contact>().WithMany().HasForeignKey(s => s.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.CaseId, s.Number }).IsUnique().HasDatabaseName("IX_Supplements_Number");
        builder.HasIndex(s => s.RequestKey).IsUnique().HasDatabaseName("IX_Supplements_RequestKey");
        builder.HasIndex(s => new { s.Territory, s.State, s.Id }).HasDatabaseName("IX_Supplements_ByState");
    }
}
