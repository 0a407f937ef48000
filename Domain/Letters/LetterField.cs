namespace CovidSchoolReporting.Domain.Letters;

/// <summary>What a template may leave open. Stored by name with each issued letter, so names do not change.</summary>
public enum LetterField
{
    Surname,
    Name,
    BirthDate,
    SchoolName,
    Municipality,
    ClassName,
    QuarantineStart,
    QuarantineEnd,
    QuarantineEndWithTest,
    QuarantineEndsOnlyWithTest,
    IsolationStart,
    IsolationEnd,
    IsolationLongest,
    Protocol,
    Today,
}

/// <summary>How a template writes its fields, which ones each kind of letter knows, and an invented value of each.</summary>
public static class LetterFields
{
    private static readonly LetterField[] _ofSchool =
        [LetterField.SchoolName, LetterField.Municipality, LetterField.ClassName, LetterField.Protocol, LetterField.Today];

    private static readonly LetterField[] _ofPerson = [LetterField.Surname, LetterField.Name, LetterField.BirthDate];

    /// <summary>
    /// The fields of a kind, in the order in which the administrator reads them. The letter to the school has no field of a person: of a
    /// quarantine a school may know the period and nothing else.
    /// </summary>
    public static IReadOnlyList<LetterField> Of(LetterKind kind) => kind switch
    {
        LetterKind.ClassMeasure => [.. _ofSchool, LetterField.QuarantineStart, LetterField.QuarantineEnd, LetterField.QuarantineEndsOnlyWithTest],
        LetterKind.ContactQuarantine =>
            [.. _ofPerson, .. _ofSchool, LetterField.QuarantineStart, LetterField.QuarantineEnd, LetterField.QuarantineEndWithTest,
                LetterField.QuarantineEndsOnlyWithTest],
        LetterKind.IsolationEnd =>
            [.. _ofPerson, .. _ofSchool, LetterField.IsolationStart, LetterField.IsolationEnd, LetterField.IsolationLongest],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of letter."),
    };

    /// <summary>The field as a template writes it, with its braces: {Cognome}. The same in every language of letters and screens.</summary>
    public static string Written(LetterField field) => "{" + Word(field) + "}";

    /// <summary>The field that stands between two braces, if the kind knows it; capitals do not matter.</summary>
    public static LetterField? Find(LetterKind kind, string word)
    {
        foreach (var field in Of(kind))
        {
            if (string.Equals(Word(field), word.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>An invented value, for the preview.</summary>
    public static string Invented(LetterField field) => field switch
    {
        LetterField.Surname => "Đorđević",
        LetterField.Name => "Niccolò",
        LetterField.BirthDate => "13/01/2010",
        LetterField.SchoolName => "Scuola primaria di prova",
        LetterField.Municipality => "Milano (MI)",
        LetterField.ClassName => "5 B",
        LetterField.QuarantineStart => "20/11/2020",
        LetterField.QuarantineEnd => "04/12/2020",
        LetterField.QuarantineEndWithTest => "30/11/2020",
        LetterField.QuarantineEndsOnlyWithTest => "04/12/2020",
        LetterField.IsolationStart => "21/11/2020",
        LetterField.IsolationEnd => "01/12/2020",
        LetterField.IsolationLongest => "12/12/2020",
        LetterField.Protocol => "2020/0000000",
        _ => "25/11/2020",
    };

    private static string Word(LetterField field) => field switch
    {
        LetterField.Surname => "Cognome",
        LetterField.Name => "Nome",
        LetterField.BirthDate => "DataNascita",
        LetterField.SchoolName => "ScuolaNome",
        LetterField.Municipality => "ScuolaComune",
        LetterField.ClassName => "Classe",
        LetterField.QuarantineStart => "InizioQuarantena",
        LetterField.QuarantineEnd => "FineQuarantena",
        LetterField.QuarantineEndWithTest => "FineConTest",
        LetterField.QuarantineEndsOnlyWithTest => "FineSoloConTest",
        LetterField.IsolationStart => "InizioIsolamento",
        LetterField.IsolationEnd => "FineIsolamento",
        LetterField.IsolationLongest => "FineMassima",
        LetterField.Protocol => "Protocollo",
        LetterField.Today => "Oggi",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Unknown field."),
    };
}
