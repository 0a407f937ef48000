using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Domain.Cases;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Policies;

/// <summary>What an administrator types, on 25/11/2020 under the rules of October.</summary>
public sealed class PolicyDraftTests
{
    private const string WithoutTest = "Contacts-Everybody-DaysWithoutTest", Longest = "Case-Everybody-LongestDays";

    public static TheoryData<string, string, string> Wrong => new()
    {
        { nameof(PolicyDraft.StartsOn), "", RuleCodes.Required },
        { nameof(PolicyDraft.StartsOn), "31/02/2021", RuleCodes.NotADate },
        { nameof(PolicyDraft.StartsOn), "24/11/2020", RuleCodes.PolicyStartPassed },
        { nameof(PolicyDraft.StartsOn), "01/10/2020", RuleCodes.PolicyBeforeInForce },
        { nameof(PolicyDraft.StartsOn), "12/10/2020", RuleCodes.PolicyDayTaken },
        { nameof(PolicyDraft.StartsOn), "30/03/2022", RuleCodes.PolicyDayTaken },
        { nameof(PolicyDraft.Source), "  ", RuleCodes.PolicySource },
        { nameof(PolicyDraft.Source), new string('a', 201), RuleCodes.TooLong },
        { nameof(PolicyDraft.Notes), new string('a', 2001), RuleCodes.TooLong },
        { nameof(PolicyDraft.Notes), "\u0007", RuleCodes.ForbiddenCharacters },
        { nameof(PolicyDraft.WindowDaysBefore), "", RuleCodes.Required },
        { nameof(PolicyDraft.WindowDaysBefore), "-1", RuleCodes.PolicyCount },
        { nameof(PolicyDraft.WindowDaysBefore), "61", RuleCodes.PolicyCount },
        { nameof(PolicyDraft.WindowDaysBefore), "2,5", RuleCodes.PolicyCount },
        { nameof(PolicyDraft.WindowDaysBefore), "due", RuleCodes.PolicyCount },
        { nameof(PolicyDraft.ClusterCases), "", RuleCodes.Required },
        { nameof(PolicyDraft.ClusterCases), "1", RuleCodes.PolicyClusterCases },
        { nameof(PolicyDraft.ClusterCases), "due", RuleCodes.PolicyClusterCases },
        { nameof(PolicyDraft.ClusterDays), "61", RuleCodes.PolicyCount },
        { "Case-Everybody-AsymptomaticDays", "999", RuleCodes.PolicyCount },
        { "Case-Everybody-SymptomFreeDays", "-3", RuleCodes.PolicyCount },
        { Longest, "9", RuleCodes.PolicyLongestShorter },
        { WithoutTest, "9", RuleCodes.PolicyWithoutTestShorter },
        { "Contacts-Everybody-Ffp2Days", "1e1", RuleCodes.PolicyCount },
    };

    [Fact]
    public void Check_CopyWithDayAndSource_FindsNothing() => Assert.Empty(Check(Drafts.Policy()));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_OneFieldWrong_SaysSoAtThatField(string field, string typed, string code)
    {
        var draft = Drafts.Policy(d => Type(d, field, typed));

        Assert.Equal([(field, code)], Check(draft).Select(finding => (finding.Field, finding.Code)));
        Assert.Equal(typed, Typed(draft, field));
    }

    [Fact]
    public void Check_NoDaysAtAll_AsksForAnEnd() => Assert.Equal(
        [(WithoutTest, RuleCodes.PolicyNoEnd)],
        Check(Drafts.Policy(d => d.Contacts[0].DaysWithTest = d.Contacts[0].DaysWithoutTest = "")).Select(f => (f.Field, f.Code)));

    [Fact]
    public void Check_IsolationWithoutDaysAndTest_AsksForAnEnd()
    {
        var draft = Drafts.Policy(d => (d.Case[0].NegativeTest, d.Case[0].AsymptomaticDays, d.Case[0].SymptomaticDays) = (false, "", ""));

        Assert.Equal(
            [("Case-Everybody-AsymptomaticDays", RuleCodes.PolicyNoEnd), ("Case-Everybody-SymptomaticDays", RuleCodes.PolicyNoEnd)],
            Check(draft).Select(f => (f.Field, f.Code)));
    }

    [Fact]
    public void Check_WrongInAGroupThatDoesNotCount_FindsNothing()
    {
        Assert.Empty(Check(Drafts.Policy(d => d.Contacts[^1].DaysWithTest = "abc")));
        Assert.Empty(Check(Drafts.Policy(d => (d.Contacts[0].Kind, d.Contacts[0].DaysWithTest) = (MeasureKind.None, "abc"))));
        Assert.NotEmpty(Check(Drafts.Policy(d => (d.ContactGrouping, d.Contacts[^1].DaysWithTest) = (PersonGrouping.ByBooster, "abc"))));
    }

    [Fact]
    public void Of_EachReferencePolicy_GivesItBackUnchanged() => Assert.All(ReferencePolicies.Load(), policy =>
    {
        var before = new PolicyTimeline([ReportingPolicy.Reference(Guid.NewGuid(), policy.Details with { StartsOn = new DateOnly(2019, 1, 1) })]);
        var typed = PolicyDraft.Of(policy);
        typed.StartsOn = "01/01/2030";

        Assert.Empty(Rulebook.PolicyRules.Check(typed, before));
        Assert.Equal(policy.Details with { StartsOn = new DateOnly(2030, 1, 1) }, typed.Read(new DateOnly(2020, 11, 25)));
    });

    private static IReadOnlyList<Finding> Check(PolicyDraft draft) => Rulebook.PolicyRules.Check(draft, Entities.Policies);

    private static (object Owner, System.Reflection.PropertyInfo Property) Find(PolicyDraft draft, string field)
    {
        object owner = field.Split('-')[0] switch
        {
            "Case" => draft.Case[0],
            "Contacts" => draft.Contacts[0],
            _ => draft,
        };
        return (owner, owner.GetType().GetProperty(field.Split('-')[^1])!);
    }

    private static void Type(PolicyDraft draft, string field, string typed)
    {
        var (owner, property) = Find(draft, field);
        property.SetValue(owner, typed);
    }

    private static object? Typed(PolicyDraft draft, string field)
    {
        var (owner, property) = Find(draft, field);
        return property.GetValue(owner);
    }
}
