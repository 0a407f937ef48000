using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Matches;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class MatchMapping : IEntityTypeConfiguration<MatchProposal>
{
    public void Configure(EntityTypeBuilder<MatchProposal> builder)
    {
        builder.ToTable("MatchProposals");
        builder.Property(m => m.Ground).HasConversion<string>().HasMaxLength(30);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(m => m.SaidByName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasOne<ReceivedReport>().WithMany().HasForeignKey(m => m.OlderReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ReceivedReport>("Newer").WithMany().HasForeignKey(m => m.NewerReportId).OnDelete(DeleteBehavior.Cascade);

        builder.HasIndex(m => new { m.OlderReportId, m.NewerReportId }).IsUnique().HasDatabaseName("IX_MatchProposals_Pair");
        builder.HasIndex(m => m.NewerReportId).HasDatabaseName("IX_MatchProposals_Newer");
        builder.HasIndex(m => new { m.State, m.Id }).HasDatabaseName("IX_MatchProposals_ByState");
        builder.HasIndex(m => new { m.State, m.OlderTerritory, m.NewerTerritory, m.Id }).HasDatabaseName("IX_MatchProposals_ByTerritory");
    }
}
