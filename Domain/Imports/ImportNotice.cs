namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What was done, or suspected, while a list was read.</summary>
public enum ImportNoticeKind
{
    /// <summary>A row of totals was left out.</summary>
    TotalsSkipped,

    /// <summary>A second header stands further down: probably two tables in one sheet. The rows from there on are left out.</summary>
    SecondTable,

    /// <summary>There is no header row: the columns were recognised by what they hold.</summary>
    NoHeader,

    /// <summary>The file is of another kind than its name says, and was read as what it is.</summary>
    OtherThanItsName,
}

/// <summary>Something to tell about how a list was read.</summary>
/// <param name="Row">Number of the row in the source, from 1; null when it is about the whole list.</param>
/// <param name="Text">What the row, or the file, is about; null where the kind says all.</param>
public sealed record ImportNotice(ImportNoticeKind Kind, int? Row = null, string? Text = null)
{
    /// <summary>The sentence, in the language of the screen.</summary>
    public string Message => ImportTexts.Say($"{nameof(ImportNotice)}_{Kind}", Row, Text);
}
