using Bunit;
using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Features.Epidemic;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Components.Agency;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Epidemic;

/// <summary>«Focolai» of one school or comune, over the real services and database.</summary>
public sealed class ClustersPageTests : OperatorContext
{
    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact(Timeout = 60_000)]
    public async Task Search_SchoolTyped_StandsInTheAddressAndLeavesItsClusters()
    {
        await using var stage = await OpenAsync();
        var page = Open(ClusterAddress.Page);
        page.WaitForElement("tbody tr");
        Assert.Equal(2, page.FindAll("tbody tr").Count);

        await page.Find("#cluster-site").ChangeAsync(new ChangeEventArgs { Value = "manzi" });
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("/ats/focolai?plesso=", Navigation.Uri, StringComparison.Ordinal));
        var found = Open(Navigation.Uri);
        found.WaitForElement("tbody tr");
        Assert.Equal("Scuola primaria Manzi", Assert.Single(found.FindAll("tbody th")).TextContent);
        Assert.Equal("Scuola primaria Manzi", found.Find("#cluster-site").GetAttribute("value"));
        Assert.All(found.FindAll(".segments a"), link => Assert.Contains("plesso=", link.GetAttribute("href")!, StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Search_ComuneTyped_KeepsTheStateAndStandsInTheAddress()
    {
        await using var stage = await OpenAsync();
        var page = Open(ClusterAddress.Page + "?stato=nuovi");

        await page.Find("#cluster-municipality").ChangeAsync(new ChangeEventArgs { Value = "milano" });
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/ats/focolai?stato=nuovi&comune=F205", Navigation.Uri, StringComparison.Ordinal));
        var found = Open(Navigation.Uri);
        found.WaitForElement("tbody tr");
        Assert.Equal("Scuola primaria Calvino", Assert.Single(found.FindAll("tbody th")).TextContent);
    }

    [Fact(Timeout = 60_000)]
    public async Task Search_OfNothingThatExists_IsSaidAtTheFieldAndLeavesTheList()
    {
        await using var stage = await OpenAsync();
        var page = Open(ClusterAddress.Page);

        await page.Find("#cluster-site").ChangeAsync(new ChangeEventArgs { Value = "Nessuna scuola" });
        await page.Find("#cluster-municipality").ChangeAsync(new ChangeEventArgs { Value = "Atlantide" });
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(["cluster-site", "cluster-municipality"], page.FindAll("[aria-invalid=true]").Select(field => field.Id)));
        Assert.DoesNotContain('?', Navigation.Uri);
    }

    [Fact(Timeout = 60_000)]
    public async Task Search_SchoolWithoutClusters_SaysSoAndHowToSeeAll()
    {
        await using var stage = await OpenAsync();

        var page = Open(ClusterAddress.Page + "?plesso=99999");

        page.WaitForElement(".empty");
        Assert.Equal("Nessun focolaio con questi filtri.", page.Find(".empty").TextContent);
        Assert.Equal(ClusterAddress.Page, page.Find("form a").GetAttribute("href"));
    }

    private async Task<DeliveryStage> OpenAsync()
    {
        var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        Services.AddSingleton(stage.Portal.Get<IClusterQueries>());
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<ChartTables>();
        await AddClusterAsync(stage, "Calvino", "F205");
        await AddClusterAsync(stage, "Manzi", "F119");
        return stage;
    }

    private IRenderedComponent<CascadingValue<string>> Open(string address) => Render<CascadingValue<string>>(value => value
        .Add(v => v.Name, MainLayout.AddressName).Add(v => v.Value, address).AddChildContent<ClustersPage>());

    private static async Task AddClusterAsync(DeliveryStage stage, string school, string place)
    {
        var owner = await stage.Portal.AddSchoolAsync(school, place);
        await using var context = await stage.Portal.OpenAsync();
        var site = await context.Set<SchoolSite>().SingleAsync(s => s.InstituteId == owner.InstituteId, Patience);
        var day = new DateOnly(2020, 11, 20);
        context.Add(Cluster.Find(
            new ClusterPlace(site.Id, "5 B", Territory.Milano, place, SchoolType.Primary, site.Name), new ClusterSpan(day, day, 2, 0), default));
        await context.SaveChangesAsync(Patience);
    }
}
