using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Tests.Domain.Guide;

/// <summary>The table as a table: complete, without contradiction, every row reachable, no question in vain.</summary>
public sealed class CloseContactGuideTests(ITestOutputHelper output)
{
    [Fact]
    public void Table_WhateverIsAnswered_HasExactlyOneRow()
    {
        var wrong = GuideWays.Combinations()
            .Select(answers => (answers, Rows: Fitting(CloseContactGuide.Table, answers)))
            .Where(found => found.Rows.Count != 1)
            .Select(found => $"{found.answers}: {string.Join(", ", found.Rows)}");

        Assert.Empty(wrong.Take(5));
    }

    [Fact]
    public void Check_RowThatIsMissingOrContradicts_IsSeen()
    {
        var without = CloseContactGuide.Table.Skip(1).ToList();
        var twice = CloseContactGuide.Table.Append(
            new GuideRow(GuideReason.OtherClass, GuideVerdict.NotClose, GuideRule.NotCovered, CloseContactGuide.Table[0].Conditions)).ToList();

        Assert.Contains(GuideWays.Combinations(), answers => Fitting(without, answers).Count == 0);
        Assert.Contains(GuideWays.Combinations(), answers => Fitting(twice, answers).Count == 2);
    }

    [Fact]
    public void Ways_Each_EndsAtTheRowThatFitsItsAnswers()
    {
        Assert.All(GuideWays.All, way => Assert.Equal([way.Row.Reason], Fitting(CloseContactGuide.Table, way.Answers)));
        Assert.All(GuideWays.All, way => Assert.Equal(way.Answers, CloseContactGuide.Walk(GuideAnswers.None, way.Answers)));
        Assert.Distinct(GuideWays.All.Select(way => way.Answers.ToString()));
    }

    [Fact]
    public void Ways_Together_ReachEveryRowAndAskEveryQuestionAndTakeEveryAnswer()
    {
        Assert.Equal(Enum.GetValues<GuideReason>().Order(), GuideWays.All.Select(way => way.Row.Reason).Distinct().Order());
        Assert.Equal(Enum.GetValues<GuideReason>().Order(), CloseContactGuide.Table.Select(row => row.Reason).Order());
        Assert.Equal(Enum.GetValues<GuideRule>().Order(), GuideWays.All.Select(way => way.Row.Rule).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<GuideQuestion>().SelectMany(CloseContactGuide.AnswersTo, (question, answer) => (question, answer)).Order(),
            GuideWays.All.SelectMany(way => way.Answers.Given).Select(given => (given.Question, given.Answer)).Distinct().Order());
    }

    [Fact]
    public void Next_EveryQuestion_MayChangeTheRow() => Assert.All(
        GuideWays.All.SelectMany(way => way.Answers.Given.Select(given => (Before: way.Answers.Before(given.Question), given.Question))).Distinct(),
        asked => Assert.True(
            CloseContactGuide.AnswersTo(asked.Question)
                .Select(answer => string.Join(',', GuideWays.ReachableFrom(asked.Before.With(asked.Question, answer)).Order()))
                .Distinct().Count() > 1,
            $"{asked.Question} after {asked.Before} is asked in vain"));

    [Fact]
    public void Next_EveryRoleOfCaseAndPersonInEverySchool_IsAnswered()
    {
        var roles = Enum.GetValues<PersonRole>();
        var schools = Enum.GetValues<SchoolType>();
        var covered = new HashSet<(PersonRole, PersonRole, SchoolType)>();
        foreach (var (caseRole, person, school) in
            from c in roles from p in roles from s in schools select (c, p, s))
        {
            var known = new GuideFacts(caseRole, school, "5", "B").Known(person, "", "");
            var ends = GuideWays.All.Where(way => known.Given.All(fact => way.Answers[fact.Question] is not { } given || given == fact.Answer)).ToList();
            Assert.NotEmpty(ends);
            covered.Add((caseRole, person, school));
            output.WriteLine(
                $"{caseRole} > {person}, {school}: {ends.Count} ways, {string.Join(", ", ends.Select(end => end.Row.Verdict).Distinct().Order())}");
        }

        output.WriteLine(
            $"{covered.Count} combinations of roles and schools, {GuideWays.All.Count} ways, {CloseContactGuide.Table.Count} rows, at most {GuideWays.All.Max(way => way.Answers.Given.Count)} questions.");
        Assert.Equal(roles.Length * roles.Length * schools.Length, covered.Count);
    }

    [Fact]
    public void Next_CaseRoleSchoolAndPersonKnown_AsksAtMostFourMore()
    {
        GuideQuestion[] known = [GuideQuestion.Case, GuideQuestion.Person, GuideQuestion.School];

        Assert.All(GuideWays.All, way => Assert.InRange(way.Answers.Given.Count(given => !known.Contains(given.Question)), 0, 4));
    }

    [Fact]
    public void Next_AnswerOfAnotherQuestion_Throws() => Assert.Throws<ArgumentException>(
        () => CloseContactGuide.Next(GuideAnswers.None.With(GuideQuestion.Case, GuideAnswer.Lessons)));

    private static List<GuideReason> Fitting(IReadOnlyList<GuideRow> table, GuideAnswers answers) =>
    [
        .. table.Where(row => row.Conditions.All(condition => answers[condition.Question] is { } given && condition.IsFulfilledBy(given)))
            .Select(row => row.Reason),
    ];
}
