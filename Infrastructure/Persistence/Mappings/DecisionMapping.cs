using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class DecisionMapping : IEntityTypeConfiguration<ContactDecision>
{
    public void Configure(EntityTypeBuilder<ContactDecision> builder)
    {
        builder.ToTable("ContactDecisions");
        builder.Property(d => d.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Reason).HasMaxLength(ContactDecision.ReasonMaxLength);
        builder.Property(d => d.DecidedByName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(d => d.IsCurrent).IsConcurrencyToken();
        builder.HasOne<ReceivedReport>().WithMany().HasForeignKey(d => d.ReportId).OnDelete(DeleteBehavior.Cascade);
        // No foreign key to the contacts that were sent: those that were added since are no rows of theirs.

        // Of two operators who decide at once only one gets the next number.
        builder.HasIndex(d => new { d.ContactId, d.Version }).IsUnique().HasDatabaseName("IX_ContactDecisions_Contact");
        builder.HasIndex(d => new { d.ReportId, d.IsCurrent }).HasDatabaseName("IX_ContactDecisions_Report");
    }
}
