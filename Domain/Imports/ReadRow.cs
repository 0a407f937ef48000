using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>A row of a list, its texts put into the fields that they mean. Nothing is judged yet, and nothing is lost.</summary>
/// <param name="Source">The row as it stands in the list.</param>
/// <param name="Draft">The texts in the portal's own writing where they can be read, as they stand where not.</param>
/// <param name="SchoolSite">The plesso as written; empty unless the list has such a column.</param>
public sealed record ReadRow(SourceRow Source, ContactDraft Draft, string SchoolSite);
