using System.Text;

namespace CovidSchoolReporting.Domain.People;

/// <summary>
/// A formally correct codice fiscale, or one of the identifiers that stand in for it. Rules: D.M. Finanze
/// 23/12/1976 n. 13813; Circ. Agenzia delle Entrate 34/E of 20/07/2011. What it says about a person is compared with
/// what was declared by <see cref="FiscalCodeCheck"/>.
/// </summary>
public sealed record FiscalCode
{
    /// <summary>Characters of the longest identifier, as stored.</summary>
    public const int MaxLength = FiscalCodeAlphabet.PersonalLength;

    /// <summary>Characters that a text box accepts: the sixteen and the spaces or hyphens people put between groups.</summary>
    public const int MaxTypedLength = 32;

    private FiscalCode(string value, FiscalCodeKind kind)
    {
        Value = value;
        Kind = kind;
        ComparisonKey = value;
        if (kind == FiscalCodeKind.Personal)
        {
            ComparisonKey = FiscalCodeAlphabet.WithoutOmocodia(value);
            BirthDay = BirthDayInCode.Read(ComparisonKey);
            Sex = BirthDayInCode.SexOf(ComparisonKey);
            PlaceCode = ComparisonKey[11..15];
        }
    }

    /// <summary>The code as issued, upper case, without spaces or hyphens.</summary>
    public string Value { get; }

    public FiscalCodeKind Kind { get; }

    /// <summary>The code without omocodia: two codes belong to one person when these are equal.</summary>
    public string ComparisonKey { get; }

    /// <summary>Whether digits were replaced by letters because two people shared a code.</summary>
    public bool IsOmocode => Value != ComparisonKey;

    /// <summary>Null unless the code is personal.</summary>
    public Sex? Sex { get; }

    /// <summary>Year of two digits, month and day; null unless the code is personal.</summary>
    public BirthDayInCode? BirthDay { get; }

    /// <summary>Belfiore code of the place of birth, without omocodia; null unless the code is personal.</summary>
    public string? PlaceCode { get; }

    /// <summary>Reads what a person typed: any case, spaces and hyphens anywhere.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="fault">Why there is no code; null when there is one.</param>
    /// <returns>The code, or null with its <paramref name="fault"/>.</returns>
    public static FiscalCode? TryParse(string? text, out FiscalCodeFault? fault)
    {
        var value = Normalise(text);
        var kind = KindOf(value);
        fault = kind switch
        {
            FiscalCodeKind.Personal => FaultOfPersonal(value),
            FiscalCodeKind.Provisional => FaultOfProvisional(value),
            _ => FaultOfHealthCode(value),
        };
        fault = value.Length == 0 ? FiscalCodeFault.Missing : fault;
        return fault is null ? new FiscalCode(value, kind) : null;
    }

    /// <summary>The code that the rules give to a person, before omocodia. It is a guess: only the Agenzia delle Entrate gives out codes.</summary>
    /// <param name="placeCode">Belfiore code of the place of birth.</param>
    public static FiscalCode Compose(string surname, string name, Sex sex, DateOnly born, string placeCode)
    {
        var code = PersonName.SurnameGroup(surname) + PersonName.GivenNameGroup(name) + BirthDayInCode.Write(born, sex) + placeCode;
        return new FiscalCode(code + FiscalCodeAlphabet.CheckLetter(code), FiscalCodeKind.Personal);
    }

    /// <summary>
    /// The birth date that the code means. The code has two digits of the year only: a declared date that agrees decides
    /// the century. Otherwise it is the latest one in the past; for an operator the latest that makes them 16 to 100
    /// years old, if there is one.
    /// </summary>
    /// <param name="declared">Birth date declared elsewhere, if any.</param>
    /// <param name="today">Today in Europe/Rome; the answer is never later.</param>
    /// <param name="role">The person's role, if known.</param>
    /// <returns>Null when the code tells no birth date, or only a future one.</returns>
    public DateOnly? BirthDate(DateOnly? declared, DateOnly today, PersonRole? role) =>
        declared is { } date && date <= today && BirthDay?.AgreesWith(date) == true
            ? date
            : BirthDay?.MostLikely(today, role);

    /// <summary>The code itself would be personal data in a log: only its kind is printed.</summary>
    public override string ToString() => $"FiscalCode ({Kind})";

    private static string Normalise(string? text)
    {
        var kept = new StringBuilder(MaxLength);
        foreach (var character in text ?? "")
        {
            if (!char.IsWhiteSpace(character) && character is not ('-' or '‐' or '‑' or '–' or '—'))
            {
                kept.Append(char.ToUpperInvariant(character));
            }
        }

        return kept.ToString();
    }

    // The prefixes alone do not tell: STPMRA80A01F205N could be a person; after STP and ENI come digits only.
    private static FiscalCodeKind KindOf(string value)
    {
        if (value.Length == FiscalCodeAlphabet.ProvisionalLength && value.All(char.IsAsciiDigit))
        {
            return FiscalCodeKind.Provisional;
        }

        var digitsFollow = value.Length > 3 && char.IsAsciiDigit(value[3]);
        return digitsFollow && value.StartsWith("STP", StringComparison.Ordinal) ? FiscalCodeKind.Stp
            : digitsFollow && value.StartsWith("ENI", StringComparison.Ordinal) ? FiscalCodeKind.Eni
            : FiscalCodeKind.Personal;
    }

    private static FiscalCodeFault? FaultOfPersonal(string value)
    {
        if (value.Length != FiscalCodeAlphabet.PersonalLength)
        {
            return FiscalCodeFault.WrongLength;
        }

        if (!HasPersonalShape(value))
        {
            return FiscalCodeFault.WrongFormat;
        }

        return BirthDayInCode.FaultOf(FiscalCodeAlphabet.WithoutOmocodia(value))
            ?? (FiscalCodeAlphabet.CheckLetter(value) != value[^1] ? FiscalCodeFault.WrongCheckLetter
            : !PersonName.IsPossibleGroup(value.AsSpan(0, 3)) || !PersonName.IsPossibleGroup(value.AsSpan(3, 3))
                ? FiscalCodeFault.ImpossibleNameLetters
            : null);
    }

    private static bool HasPersonalShape(string value)
    {
        for (var place = 0; place < value.Length; place++)
        {
            var fits = FiscalCodeAlphabet.NumericPlaces.Contains(place)
                ? FiscalCodeAlphabet.IsDigitOrSubstitute(value[place])
                : char.IsAsciiLetterUpper(value[place]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    // Serial 0000000 passes the check digit, but was never issued: it is what people type to get past the field.
    private static FiscalCodeFault? FaultOfProvisional(string value) =>
        value.StartsWith("0000000", StringComparison.Ordinal) ? FiscalCodeFault.WrongFormat
        : FiscalCodeAlphabet.HasProvisionalCheck(value) ? null
        : FiscalCodeFault.WrongProvisionalCheck;

    // STP or ENI, region (3), issuing health body (3), serial (7): no check digit to verify.
    private static FiscalCodeFault? FaultOfHealthCode(string value) =>
        value.Length != FiscalCodeAlphabet.PersonalLength ? FiscalCodeFault.WrongLength
        : value.AsSpan(3).ContainsAnyExceptInRange('0', '9') ? FiscalCodeFault.WrongFormat
        : null;
}
