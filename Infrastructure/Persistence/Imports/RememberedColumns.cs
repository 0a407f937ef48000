using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Infrastructure.Persistence.Imports;

/// <summary>How an institute reads the lists with certain headers.</summary>
internal sealed class RememberedColumns
{
    /// <summary>Hexadecimal SHA-256.</summary>
    public const int HeaderKeyLength = 64;

    private const char Separator = ',';

    private RememberedColumns()
    {
    }

    public int Id { get; private set; }

    public int InstituteId { get; private set; }

    public string HeaderKey { get; private set; } = "";

    /// <summary>Names of <see cref="ImportField"/> by column, blank for those left out.</summary>
    public string Fields { get; private set; } = "";

    public static RememberedColumns Of(int instituteId, string headerKey, ColumnMapping mapping) =>
        new() { InstituteId = instituteId, HeaderKey = headerKey, Fields = Write(mapping) };

    public void Amend(ColumnMapping mapping) => Fields = Write(mapping);

    /// <summary>A name that this version does not know any more is a column left out.</summary>
    public static ColumnMapping Read(string fields) =>
        new([.. fields.Split(Separator).Select(name => Enum.TryParse<ImportField>(name, out var field) ? field : (ImportField?)null)]);

    private static string Write(ColumnMapping mapping) => string.Join(Separator, mapping.Fields);
}
