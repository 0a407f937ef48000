using CovidSchoolReporting.Domain.Letters;

namespace CovidSchoolReporting.Tests.Domain.Letters;

/// <summary>What a text may hold, and what becomes of it.</summary>
public sealed class LetterBodyTests
{
    private static readonly Dictionary<LetterField, string> _values = new()
    {
        [LetterField.Surname] = "Đorđević",
        [LetterField.Name] = "Niccolò",
        [LetterField.QuarantineEnd] = "04/12/2020",
    };

    [Fact]
    public void Fill_EmptyLinesAndItems_BecomeParagraphs()
    {
        var filled = Fill("A {Nome} {Cognome}\nin quarantena\n\n\nFino al {FineQuarantena}:\n- resta a casa;\n- telefona.\nFine");

        Assert.Equal(
            [
                new LetterParagraph("A Niccolò Đorđević\nin quarantena"), new LetterParagraph("Fino al 04/12/2020:"), new LetterParagraph("resta a casa;", true),
                new LetterParagraph("telefona.", true), new LetterParagraph("Fine"),
            ],
            filled);
    }

    [Fact]
    public void Fill_FieldWithoutValue_LeavesItsParagraphOut() =>
        Assert.Equal(["Prima", "Dopo"], Fill("Prima\n\nFino al {FineConTest} con il test\n\nDopo").Select(paragraph => paragraph.Text));

    [Fact]
    public void Fill_ValueThatLooksLikeAField_IsNotFilledAgain()
    {
        var values = new Dictionary<LetterField, string>(_values) { [LetterField.Surname] = "{Nome}" };

        Assert.Equal("{Nome}", LetterBody.Fill(LetterKind.ContactQuarantine, "{Cognome}", values)[0].Text);
    }

    [Theory]
    [InlineData("Gentile {cognome}", null)]
    [InlineData("Uno\n\nDue {Cogome}", "UnknownField 3 {Cogome}")]
    [InlineData("Uno\r\nDue {Protocolo}", "UnknownField 2 {Protocolo}")]
    [InlineData("{InizioIsolamento}", "UnknownField 1 {InizioIsolamento}")]
    [InlineData("Fino al {FineQuarantena", "Brace 1 {")]
    [InlineData("Fino al FineQuarantena}", "Brace 1 }")]
    [InlineData("Per {{Cognome}}", "Brace 1 {{Cognome}}")]
    [InlineData("Per {{Cognome}", "Brace 1 {")]
    [InlineData("Ciao 😀", "Unprintable 1 😀")]
    [InlineData("学校", "Unprintable 1 学")]
    [InlineData("Повідомлення, Ελληνικά, tiếng Việt, «è» €", null)]
    public void Faults_Text_AreFoundWithTheirLine(string body, string? expected)
    {
        var fault = LetterBody.Faults(LetterKind.ContactQuarantine, body).FirstOrDefault();

        Assert.Equal(expected, fault is null ? null : $"{fault.Kind} {fault.Line} {fault.What}");
    }

    [Fact]
    public void Fields_OfTheLetterToTheSchool_AreNoPersons() => Assert.Equal(
        [
            LetterField.SchoolName, LetterField.Municipality, LetterField.ClassName, LetterField.Protocol, LetterField.Today,
            LetterField.QuarantineStart, LetterField.QuarantineEnd, LetterField.QuarantineEndsOnlyWithTest,
        ],
        LetterFields.Of(LetterKind.ClassMeasure));

    [Fact]
    public void StandardLetters_Each_HasNoFaultAndEveryKindHasItalian()
    {
        var rules = new LetterTemplateValidator();

        Assert.All(StandardLetter.All, standard => Assert.Empty(rules.Check(
            new LetterTemplateDraft { Kind = standard.Kind, Language = standard.Language, Title = standard.Title, Body = standard.Body })));
        Assert.All(Enum.GetValues<LetterKind>(), kind => Assert.NotNull(StandardLetter.Find(kind, LetterLanguages.Italian)));
        Assert.NotNull(StandardLetter.Find(LetterKind.ContactQuarantine, "en"));
    }

    private static IReadOnlyList<LetterParagraph> Fill(string body) => LetterBody.Fill(LetterKind.ContactQuarantine, body, _values);
}
