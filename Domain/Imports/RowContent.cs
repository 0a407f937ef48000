using System.Collections.Immutable;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What stands in a row of the sheet at one moment. It never changes: an amended row has another content.</summary>
/// <param name="Number">The row's number in the source; the row keeps it.</param>
/// <param name="RequestKey">The key of the record that the row becomes, made once: a row that is saved twice is one record.</param>
/// <param name="Cells">One text for each column of the <see cref="ImportTarget"/>.</param>
public sealed record RowContent(int Number, Guid RequestKey, ImmutableArray<string> Cells)
{
    /// <summary>Taken out of the list; it stays in the sheet, to be brought back.</summary>
    public bool IsRemoved { get; init; }

    public ImmutableArray<ConfirmedWarning> Confirmations { get; init; } = [];

    /// <summary>The row with more warnings confirmed; a confirmation that was given before gives way to the new one.</summary>
    public RowContent Confirming(params IReadOnlyList<ConfirmedWarning> warnings) => this with
    {
        Confirmations =
        [
            .. Confirmations.Where(before => warnings.All(now => now.Code != before.Code || now.Field != before.Field)),
            .. warnings,
        ],
    };

    /// <summary>Whether nothing a user could see differs: the same text in another writing is the same.</summary>
    public bool SaysTheSameAs(RowContent other) => ReferenceEquals(this, other)
        || (IsRemoved == other.IsRemoved && Cells.SequenceEqual(other.Cells) && Confirmations.SequenceEqual(other.Confirmations));
}
