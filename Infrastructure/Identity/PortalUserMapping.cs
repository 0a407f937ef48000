using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Identity;

internal sealed class PortalUserMapping : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("PortalUsers");
        builder.Property(u => u.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(u => u.DisplayName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(u => u.Role).HasConversion<string>().HasMaxLength(30);
        builder.Property(u => u.Issuer).HasMaxLength(PortalUser.IssuerMaxLength);
        builder.Property(u => u.Subject).HasMaxLength(PortalUser.SubjectMaxLength);
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.Ignore(u => u.Territories);
        builder.Property<HashSet<Territory>>("_territories").HasColumnName("Territories").HasMaxLength(60)
            .HasConversion(
                set => string.Join(',', set.OrderBy(t => t).Select(t => t.ToString())),
                text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => Enum.Parse<Territory>(t)).ToHashSet(),
                new ValueComparer<HashSet<Territory>>((a, b) => a!.SetEquals(b!), set => set.Count, set => set.ToHashSet()));
        builder.HasOne<Institute>().WithMany().HasForeignKey(u => u.InstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => u.Email).IsUnique().HasDatabaseName("IX_PortalUsers_Email");
        builder.HasIndex(u => new { u.Issuer, u.Subject }).IsUnique().HasDatabaseName("IX_PortalUsers_Issuer_Subject");
    }
}
