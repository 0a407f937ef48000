using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Policies;

/// <summary>The days within which cases of a class belong together are stated once, in the policy.</summary>
public sealed class ClassDaysTests
{
    private static readonly Actor _operator = Actor.OfAgency(901, "Ada Operatrice", Role.AgencyOperator, Territory.Milano);

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(20, true)]
    public async Task DaysChangedInTheTable_ClusterLettersAndRelatedCasesFollow(int days, bool belongTogether)
    {
        await using var first = await TestPortal.StartAsync();
        await using (var context = await first.OpenAsync())
        {
            await context.Database.ExecuteSqlAsync($"UPDATE ReportingPolicies SET Terms = json_set(Terms, '$.ClusterDays', {days})", Patience);
        }

        await using var portal = await TestPortal.StartAsync(services => services.AddDelivery(), first.DatabasePath);
        var school = await portal.AddSchoolAsync();
        var older = await portal.ReceiveAsync(school, d => (d.LastDayAttended, d.PositiveSwabDate) = ("23/11/2020", "24/11/2020"));
        portal.Clock.Advance(TimeSpan.FromDays(5));
        var newer = await portal.ReceiveAsync(school, d => (d.Surname, d.LastDayAttended, d.PositiveSwabDate) = ("Bruni", "28/11/2020", "29/11/2020"));

        var clusters = await portal.Get<IClusterQueries>().ListAsync(_operator, new ClusterListRequest(), Patience);
        var related = await portal.Get<IRelatedCases>().FindAsync(_operator, newer, Patience);
        var letters = await portal.Get<IIssuedLetterStore>().SameClassAsync(_operator, newer, Patience);
        var sheet = await portal.Get<LetterIssuing>().OpenAsync(_operator, newer, Patience);

        Assert.Equal(belongTogether ? 1 : 0, clusters.Rows.Count);
        int[] expected = belongTogether ? [older] : [];
        Assert.Equal(expected, related.Reports.Select(one => one.ReportId));
        Assert.Equal(expected, letters.Ids);
        Assert.Equal((days, days), (related.ClassDays, sheet!.ClassDays));
    }
}
