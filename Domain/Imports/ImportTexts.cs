using System.Globalization;
using System.Resources;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What the reading of lists says to the user, in Italian and English.</summary>
public static class ImportTexts
{
    private static readonly ResourceManager Sentences = new(typeof(ImportTexts));

    /// <summary>Why a list was refused: what is wrong, where, and what to do.</summary>
    public static string Say(ImportRefusal refusal, IReadOnlyList<object> values) =>
        Say($"{nameof(ImportRefusal)}_{refusal}", [.. values]);

    /// <summary>What a row of another length than the header may mean; null when it fits.</summary>
    public static string? Say(RowShape shape) => shape == RowShape.Fits ? null : Say($"{nameof(RowShape)}{shape}", []);

    /// <summary>The name of a column's meaning, for the choice above the column.</summary>
    public static string Name(ImportField field) => Say($"{nameof(ImportField)}_{field}", []);

    internal static string Say(string key, params object?[] values)
    {
        var sentence = Sentences.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new ArgumentOutOfRangeException(nameof(key), key, "No sentence for this.");
        return string.Format(CultureInfo.CurrentCulture, sentence, values);
    }
}
