using System.Collections;
using System.Globalization;
using System.Resources;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Domain.Cases;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Guide;

/// <summary>How answers are written down, kept with a contact, and dropped when they contradict it.</summary>
public sealed class GuideAppraisalTests
{
    private const string Classmate = "Case=Pupil Person=Pupil SameClass=Yes";
    private const string Untouched = "Case=Pupil Person=SupportTeacher PhysicalContact=No";

    private static readonly Action<ContactDraft> SupportTeacher =
        d => (d.Role, d.BirthDate, d.GuideAnswers, d.GuideNote) = (PersonRole.SupportTeacher, "13/01/1980", Untouched, "Seduti vicini");

    [Fact]
    public void Notation_OfEveryWay_ReadsBackAsTheSame() => Assert.All(
        GuideWays.All, way => Assert.Equal(way.Answers, GuideAnswers.Parse(way.Answers.ToString())));

    [Theory]
    [InlineData("")]
    [InlineData("Case=Pupil Person")]
    [InlineData("Case=Yes")]
    [InlineData("Colour=Pupil")]
    [InlineData("Case=Pupil Case=Teacher")]
    [InlineData("<script>")]
    public void Parse_WhatIsNotANotation_IsNothing(string notation) => Assert.Equal(GuideAnswers.None, GuideAnswers.Parse(notation));

    [Fact]
    public void With_ChangedAnswer_DropsWhatWasAskedAfterIt()
    {
        var answers = GuideAnswers.Parse("Case=Pupil Person=Teacher School=PrimaryOrSecondary Occasion=Lessons PersonMasked=Yes");

        Assert.Equal("Case=Pupil Person=SupportTeacher", answers.With(GuideQuestion.Person, GuideAnswer.SupportTeacher).ToString());
        Assert.Equal("Case=Pupil", answers.Before(GuideQuestion.Person).ToString());
    }

    [Fact]
    public void Known_PupilOfTheSameClassAndSection_NeedsNoQuestion()
    {
        var facts = new GuideFacts(PersonRole.Pupil, SchoolType.Primary, "5", "B");

        Assert.Equal(GuideReason.Classmate, GuideAppraisal.Of(Walk("5", " b "), "")?.Reason);
        Assert.Null(GuideAppraisal.Of(Walk("5", "C"), ""));
        Assert.Null(GuideAppraisal.Of(Walk("", ""), ""));

        GuideAnswers Walk(string className, string section) =>
            CloseContactGuide.Walk(facts.Known(PersonRole.Pupil, className, section), GuideAnswers.None);
    }

    [Fact]
    public void Of_UnfinishedWay_IsNoAppraisal() => Assert.Null(GuideAppraisal.Of(GuideAnswers.Parse("Case=Pupil Person=Pupil"), ""));

    [Fact]
    public void Of_NoteThatNobodyAskedFor_IsNotKept()
    {
        Assert.Null(GuideAppraisal.Of(GuideAnswers.Parse(Classmate), "Nota")!.Note);
        Assert.Equal("Nota", GuideAppraisal.Of(GuideAnswers.Parse(Untouched), " Nota ")!.Note);
    }

    [Fact]
    public void Contact_WithAnswersThatSuit_KeepsThem() =>
        Assert.Equal(GuideReason.Classmate, Entities.OpenCase().AddContact(d => d.GuideAnswers = Classmate).Appraisal?.Reason);

    [Theory]
    [InlineData("Case=Pupil Person=AuxiliaryStaff")]
    [InlineData("Case=AuxiliaryStaff")]
    [InlineData("Case=Pupil Person=Teacher School=EarlyYears")]
    public void AddContact_AnswersOfAnotherRoleCaseOrSchool_Throws(string answers) => Assert.Throws<InvalidOperationException>(
        () => Entities.OpenCase().AddContact(d => d.GuideAnswers = answers));

    [Fact]
    public void Amend_CaseGetsAnotherRoleAndThenItsOwnAgain_LosesNothing()
    {
        var covidCase = Entities.OpenCase();
        var contact = covidCase.AddContact(SupportTeacher);

        covidCase.Amend(Entities.Details(AsTeacher()), Entities.Now);
        covidCase.Amend(Entities.Details(Drafts.Case()), Entities.Now);
        covidCase.CloseAndSend(Entities.Referent, null, Entities.Now);

        Assert.Equal("Seduti vicini", contact.Appraisal?.Note);
    }

    [Fact]
    public void Close_CaseGotAnotherRole_SendsNoAnswersThatSupposeTheFormer()
    {
        var covidCase = Entities.OpenCase();
        var contact = covidCase.AddContact(SupportTeacher);
        covidCase.Amend(Entities.Details(AsTeacher()), Entities.Now);

        covidCase.CloseAndSend(Entities.Referent, null, Entities.Now);

        Assert.Null(contact.Appraisal);
    }

    [Theory]
    [InlineData("Case=Pupil Person=Pupil SameClass=Yes")]
    [InlineData("Case=Pupil Person=Pupil SameClass=No")]
    public void Amend_CaseGetsAnotherClass_AsksAgainWhoIsAClassmate(string answers)
    {
        var covidCase = Entities.OpenCase();
        var classmate = covidCase.AddContact(d => d.GuideAnswers = answers);
        var teacher = covidCase.AddContact(SupportTeacher);

        covidCase.Amend(Entities.Details(Drafts.Case(d => d.Phone = "02 7654321")), Entities.Now);
        Assert.NotNull(classmate.Appraisal);

        covidCase.Amend(Entities.Details(Drafts.Case(d => d.Section = "Z")), Entities.Now);
        Assert.Null(classmate.Appraisal);
        Assert.NotNull(teacher.Appraisal);
    }

    [Theory]
    [InlineData("Case=Pupil Person=Pupil", GuideReason.Classmate)]
    [InlineData("Case=Pupil Person=Pupil SameClass=No", GuideReason.Classmate)]
    [InlineData("", null)]
    public void Appraise_ClassIsThatOfTheCase_NeedsNoAnswerButABeginning(string answers, GuideReason? expected)
    {
        var facts = new GuideFacts(PersonRole.Pupil, SchoolType.Primary, "5", "B");

        Assert.Equal(expected, facts.Appraise(PersonRole.Pupil, "5", "b", GuideAnswers.Parse(answers), "")?.Reason);
    }

    [Fact]
    public void Check_GuideLeavesItToTheReferent_WantsANote()
    {
        var setting = Rulebook.NoOthers with { Guide = Entities.OpenCase().GuideFacts };
        Action<ContactDraft> support = d => (d.Role, d.BirthDate, d.GuideAnswers) = (PersonRole.SupportTeacher, "13/01/1980", Untouched);

        Rulebook.OnlyError(Rulebook.CheckContact(support, setting), nameof(ContactDraft.GuideNote), RuleCodes.GuideNoteMissing);
        Assert.Empty(Rulebook.CheckContact(support + (d => d.GuideNote = "Seduti vicini"), setting));
        Assert.Empty(Rulebook.CheckContact(support + (d => d.Role = PersonRole.OtherStaff), setting));
    }

    [Theory]
    [InlineData("")] // the neutral sentences are the Italian ones
    [InlineData("en")]
    public void Texts_OfTheGuide_AreThoseOfTheTableAndNoOther(string language)
    {
        var sentences = new ResourceManager(typeof(GuideTexts))
            .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        GuideQuestion[] saidByTheAnswer = [GuideQuestion.Case, GuideQuestion.Person, GuideQuestion.School, GuideQuestion.Occasion];
        IEnumerable<string> wanted =
        [
            .. Named<GuideQuestion>("Question"), .. Named<GuideQuestion>("Topic"), .. Named<GuideAnswer>("Answer"), .. Named<GuideVerdict>("Verdict"),
            .. Named<GuideReason>("Reason"), .. Named<GuideRule>("Rule"),
            .. Enum.GetValues<GuideQuestion>().Except(saidByTheAnswer)
                .SelectMany(CloseContactGuide.AnswersTo, (question, answer) => $"Fact_{question}_{answer}"),
            "Source_PositivePupil", "Source_PositiveTeacher", "Source_Silent",
        ];

        Assert.Equal(wanted.Order(StringComparer.Ordinal), sentences.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(sentences.Values, string.IsNullOrWhiteSpace);

        static IEnumerable<string> Named<T>(string kind)
            where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{kind}_{name}");
    }

    private static CaseDraft AsTeacher() => Drafts.Case(d => (d.Role, d.BirthDate) = (PersonRole.Teacher, "01/03/1980"));
}
