using System.Text.Json;
using System.Text.Json.Serialization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

internal sealed class LetterMapping : IEntityTypeConfiguration<LetterTemplate>, IEntityTypeConfiguration<IssuedLetter>
{
    private const int KindMaxLength = 40;

    private static readonly JsonSerializerOptions _json = new() { Converters = { new JsonStringEnumConverter(allowIntegerValues: false) } };

    public void Configure(EntityTypeBuilder<LetterTemplate> builder)
    {
        builder.ToTable("LetterTemplates");
        builder.Ignore(t => t.Wording);
        builder.Property(t => t.Kind).HasConversion<string>().HasMaxLength(KindMaxLength);
        builder.Property(t => t.Language).HasMaxLength(LetterLanguages.CodeMaxLength);
        builder.Property(t => t.Title).HasMaxLength(LetterTemplate.TitleMaxLength);
        builder.Property(t => t.Body).HasMaxLength(LetterBody.MaxLength);
        builder.Property(t => t.SavedByName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.HasIndex(t => new { t.Kind, t.Language, t.Version }).IsUnique().HasDatabaseName("IX_LetterTemplates_Version");
    }

    public void Configure(EntityTypeBuilder<IssuedLetter> builder)
    {
        builder.ToTable("IssuedLetters");
        builder.Property(l => l.Kind).HasConversion<string>().HasMaxLength(KindMaxLength);
        builder.Property(l => l.Language).HasMaxLength(LetterLanguages.CodeMaxLength);
        builder.Property(l => l.IssuedByName).HasMaxLength(PortalUser.DisplayNameMaxLength);

        // Keys and values are written once, read as one and never searched, so they need no copy to compare with.
        builder.Property(l => l.Keys).HasConversion(
            keys => JsonSerializer.Serialize(keys, _json),
            json => JsonSerializer.Deserialize<List<string>>(json, _json)!,
            new ValueComparer<IReadOnlyList<string>>((left, right) => ReferenceEquals(left, right), keys => keys.Count, keys => keys));

        builder.Property(l => l.Values).HasConversion(
            values => JsonSerializer.Serialize(values, _json),
            json => JsonSerializer.Deserialize<List<Dictionary<LetterField, string>>>(json, _json)!,
            new ValueComparer<IReadOnlyList<IReadOnlyDictionary<LetterField, string>>>((left, right) => ReferenceEquals(left, right), values => values.Count, values => values));

        // Letters go with the report that they are about.
        builder.HasOne<ReceivedReport>().WithMany().HasForeignKey(l => l.ReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => new { l.IssueKey, l.ReportId, l.Kind, l.Language }).IsUnique().HasDatabaseName("IX_IssuedLetters_Issue");
        builder.HasIndex(l => new { l.ReportId, l.Kind, l.Id }).HasDatabaseName("IX_IssuedLetters_OfReport");
    }
}
