using CovidSchoolReporting.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Mail;

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(m => m.Kind).HasConversion<string>().HasMaxLength(30);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(m => m.LastFailure).HasMaxLength(OutgoingMail.FailureMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);

        // A burst of questions is one notice; so is a day's digest, however often it was begun.
        builder.HasIndex(m => new { m.UserId, m.Kind }).IsUnique().HasFilter("\"State\" = 'Waiting'").HasDatabaseName("IX_OutgoingMails_Waiting");
        builder.HasIndex(m => new { m.Day, m.UserId }).IsUnique().HasFilter("\"Day\" IS NOT NULL").HasDatabaseName("IX_OutgoingMails_Digest");
        builder.HasIndex(m => new { m.State, m.NextAttemptAt, m.Id }).HasDatabaseName("IX_OutgoingMails_Due");
    }
}
