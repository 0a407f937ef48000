namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What came of reading a file or a pasted text. Nothing is ever evaluated, and nothing is kept of what is refused.</summary>
public abstract record TableReading
{
    private TableReading()
    {
    }

    /// <summary>The tables with anything in them, at least one: the user chooses when there are several.</summary>
    /// <param name="Notice">Something to tell about the file itself, or null.</param>
    public sealed record Read(IReadOnlyList<SourceTable> Tables, ImportNotice? Notice = null) : TableReading;

    /// <summary>It cannot be read; the message says what is wrong, where, and what to do.</summary>
    public sealed record Refused(ImportRefusal Reason, params IReadOnlyList<object> Values) : TableReading
    {
        public string Message => ImportTexts.Say(Reason, Values);
    }
}

/// <summary>What came of looking for people in a table.</summary>
public abstract record TableRecognition
{
    private TableRecognition()
    {
    }

    public sealed record Recognised(RecognisedTable Table) : TableRecognition;

    /// <inheritdoc cref="TableReading.Refused"/>
    public sealed record Refused(ImportRefusal Reason, params IReadOnlyList<object> Values) : TableRecognition
    {
        public string Message => ImportTexts.Say(Reason, Values);
    }
}
