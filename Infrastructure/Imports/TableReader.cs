using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>Reads an uploaded file or a pasted text into tables. Stateless: one serves the whole process.</summary>
public sealed class TableReader
{
    /// <summary>Reads a file by its content; the name only tells what its owner believes it to be.</summary>
    /// <param name="content">Read to its end, or to one byte beyond the limit.</param>
    /// <param name="fileName">As uploaded; used for nothing but its ending.</param>
    public Task<TableReading> ReadFileAsync(Stream content, string fileName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Reads a text pasted from a spreadsheet or a web page.</summary>
    public TableReading ReadPasted(string text) => throw new NotSupportedException();
}
