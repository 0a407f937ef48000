using System.Globalization;

namespace CovidSchoolReporting.Domain.People;

/// <summary>What a codice fiscale tells of the birth date: the century is not in it.</summary>
/// <param name="YearOfCentury">0-99.</param>
/// <param name="Month">1-12.</param>
/// <param name="Day">1-31, the 40 that marks a woman already taken off.</param>
public readonly record struct BirthDayInCode(int YearOfCentury, int Month, int Day)
{
    private const int WomanOffset = 40;
    private const int YoungestOperator = 16;
    private const int OldestOperator = 100;

    private static readonly int[] _centuries = [2000, 1900];

    /// <summary>Whether the declared date has this day, month and last two digits of the year, in any century.</summary>
    public bool AgreesWith(DateOnly date) => date.Day == Day && date.Month == Month && date.Year % 100 == YearOfCentury;

    internal static Sex SexOf(string plainCode) => DayField(plainCode) > WomanOffset ? Sex.Female : Sex.Male;

    /// <summary>The five characters that a code has for a day of birth and a sex.</summary>
    internal static string Write(DateOnly born, Sex sex) => string.Create(
        CultureInfo.InvariantCulture,
        $"{born.Year % 100:D2}{FiscalCodeAlphabet.LetterOf(born.Month)}{born.Day + (sex == Sex.Female ? WomanOffset : 0):D2}");

    internal static BirthDayInCode Read(string plainCode) => new(
        TwoDigits(plainCode, 6),
        FiscalCodeAlphabet.MonthOf(plainCode[8]),
        DayField(plainCode) > WomanOffset ? DayField(plainCode) - WomanOffset : DayField(plainCode));

    internal static FiscalCodeFault? FaultOf(string plainCode)
    {
        var birthDay = Read(plainCode);
        return birthDay.Month == 0 ? FiscalCodeFault.ImpossibleMonth
            : birthDay.Day is < 1 or > 31 ? FiscalCodeFault.ImpossibleDay
            : !birthDay.Dates().Any() ? FiscalCodeFault.ImpossibleDate
            : null;
    }

    /// <summary>The date nobody declared: see <see cref="FiscalCode.BirthDate"/>.</summary>
    internal DateOnly? MostLikely(DateOnly today, PersonRole? role)
    {
        var past = Dates().Where(date => date <= today).ToArray();
        var fitting = role is null or PersonRole.Pupil
            ? past
            : past.Where(date => date <= today.AddYears(-YoungestOperator) && date > today.AddYears(-OldestOperator - 1));
        return fitting.Concat(past).Select(date => (DateOnly?)date).FirstOrDefault();
    }

    // Latest century first. 29 February of year 00 exists in 2000 only.
    private IEnumerable<DateOnly> Dates()
    {
        foreach (var century in _centuries)
        {
            var year = century + YearOfCentury;
            if (Day <= DateTime.DaysInMonth(year, Month))
            {
                yield return new DateOnly(year, Month, Day);
            }
        }
    }

    private static int DayField(string plainCode) => TwoDigits(plainCode, 9);

    private static int TwoDigits(string code, int place) => ((code[place] - '0') * 10) + code[place + 1] - '0';
}
