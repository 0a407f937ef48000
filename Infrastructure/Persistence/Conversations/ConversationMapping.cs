using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Conversations;

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>, IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("Conversations");
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<CovidCase>().WithOne().HasForeignKey<Conversation>(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Messages).WithOne().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Messages).HasField("_messages").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(c => c.CaseId).IsUnique().HasDatabaseName("IX_Conversations_Case");
        builder.HasIndex(c => new { c.InstituteId, c.State }).HasDatabaseName("IX_Conversations_OfInstitute");
        builder.HasIndex(c => new { c.Territory, c.LastAt }).HasDatabaseName("IX_Conversations_OfTerritory");
    }

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Messages");
        builder.Property(m => m.Side).HasConversion<string>().HasMaxLength(10);
        builder.Property(m => m.AuthorName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(m => m.Text).HasMaxLength(Message.TextMaxLength);
        builder.HasIndex(m => m.RequestKey).IsUnique().HasDatabaseName("IX_Messages_RequestKey");
        builder.HasIndex(m => new { m.ConversationId, m.Number }).IsUnique().HasDatabaseName("IX_Messages_Number");
    }
}
