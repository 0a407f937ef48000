using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Tests.Domain.Policies;

public sealed class CaseMeasuresTests
{
    private static readonly DateOnly _swab = new(2020, 11, 21);

    [Fact]
    public void LongestIsolation_GroupThatNoNumberOfDaysFrees_CountsWithItsLastDay()
    {
        var measures = Of(Rule(PersonGroup.NotVaccinated, days: null, longest: 21), Rule(PersonGroup.Vaccinated, days: 10, longest: null));

        Assert.Equal(PersonGroup.NotVaccinated, measures.LongestIsolation!.Rule.Group);
    }

    [Fact]
    public void LongestIsolation_NoneRequired_IsNull() =>
        Assert.Null(Of(Rule(PersonGroup.Everybody, days: null, longest: null) with { IsRequired = false }).LongestIsolation);

    private static CaseIsolation Rule(PersonGroup group, int? days, int? longest) =>
        new(group, IsRequired: true, days, days, SymptomFreeDays: null, NegativeTest: true, longest);

    private static CaseMeasures Of(params CaseIsolation[] rules)
    {
        var october = ReferencePolicies.Load()[1].Details;
        var policy = ReportingPolicy.Draft(Guid.NewGuid(), october with { Terms = october.Terms with { Case = rules } });
        return new CaseMeasures(policy, SymptomOnset: null, _swab, _swab);
    }
}
