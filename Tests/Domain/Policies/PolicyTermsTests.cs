using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Tests.Domain.Policies;

/// <summary>The policy guards itself, whatever a form or an import has checked before.</summary>
public sealed class PolicyTermsTests
{
    private static readonly PolicyTerms _sound = ReferencePolicies.Load()[1].Terms;

    public static TheoryData<string> Contradictions => [.. _contradictions.Keys];

    private static readonly Dictionary<string, PolicyTerms> _contradictions = new()
    {
        ["negative"] = _sound with { WindowDaysBefore = -1 },
        ["too large"] = _sound with { WindowDaysBefore = PolicyTerms.MostDays + 1 },
        ["a cluster of one"] = _sound with { ClusterCases = 1 },
        ["a cluster without end"] = _sound with { ClusterDays = PolicyTerms.MostDays + 1 },
        ["no group"] = _sound with { Contacts = [] },
        ["half a grouping"] = _sound with { Contacts = [_sound.Contacts[0] with { Group = PersonGroup.Vaccinated }] },
        ["a group twice"] = _sound with { Case = [_sound.Case[0], _sound.Case[0]] },
        ["without a test shorter"] = _sound with { Contacts = [_sound.Contacts[0] with { DaysWithoutTest = 9 }] },
        ["no end of a quarantine"] = _sound with { Contacts = [_sound.Contacts[0] with { DaysWithTest = null, DaysWithoutTest = null }] },
        ["no end of an isolation"] = _sound with { Case = [_sound.Case[0] with { NegativeTest = false, AsymptomaticDays = null }] },
        ["longest shorter"] = _sound with { Case = [_sound.Case[0] with { LongestDays = 9 }] },
        ["negative FFP2"] = _sound with { Contacts = [_sound.Contacts[0] with { Ffp2Days = -1 }] },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Draft_TermsContradictThemselves_Throws(string what) => Assert.Throws<ArgumentException>(() =>
        ReportingPolicy.Draft(Guid.NewGuid(), new PolicyDetails(new DateOnly(2020, 12, 1), "Circolare", "", _contradictions[what])));

    [Fact]
    public void Draft_NoSource_Throws() => Assert.Throws<ArgumentException>(() =>
        ReportingPolicy.Draft(Guid.NewGuid(), new PolicyDetails(new DateOnly(2020, 12, 1), " ", "", _sound)));

    [Fact]
    public void Equals_SameNumbersReadTwice_IsTheSame()
    {
        Assert.Equal(_sound, ReferencePolicies.Load()[1].Terms);
        Assert.NotEqual(_sound, ReferencePolicies.Load()[0].Terms);
    }
}
