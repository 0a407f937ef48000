using CovidSchoolReporting.Domain.Letters;

namespace CovidSchoolReporting.Tests.Domain.Letters;

public sealed class DueLetterTests
{
    private static readonly DateOnly _day = new(2020, 11, 20);

    [Fact]
    public void Key_AnyOfItsDaysChanged_IsAnother()
    {
        var letter = new DueLetter(1, LetterKind.ContactQuarantine, 2, "Valeri Valerio", _day, _day.AddDays(14), new Dictionary<LetterField, string>())
        {
            TestDay = _day.AddDays(10),
        };

        DueLetter[] others =
        [
            letter with { From = _day.AddDays(1) }, letter with { To = _day.AddDays(15) }, letter with { To = null },
            letter with { TestDay = _day.AddDays(11) }, letter with { TestDay = null },
        ];

        Assert.DoesNotContain(letter.Key, others.Select(other => other.Key));
        Assert.Equal(letter.Key, (letter with { About = "Valerio Valeri" }).Key);
    }

    [Theory]
    [InlineData("Valeri", "Scuola", false)]
    [InlineData("王", "Scuola", true)]
    [InlineData("Valeri", "Scuola 王", false)] // What the name of the school lacks costs nobody the letter.
    public void IsUnprintable_IsAboutThePersonsName(string surname, string school, bool expected) => Assert.Equal(
        expected,
        new DueLetter(1, LetterKind.ContactQuarantine, 2, surname, _day, null, new Dictionary<LetterField, string>
        {
            [LetterField.Surname] = surname,
            [LetterField.SchoolName] = school,
        }).IsUnprintable);
}
