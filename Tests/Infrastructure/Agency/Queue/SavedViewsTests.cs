using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency.Queue;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency.Queue;

public sealed class SavedViewsTests : IAsyncLifetime
{
    private Support.TestPortal _portal = null!;
    private Actor _ada = null!;
    private Actor _ugo = null!;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private ISavedViews Views => _portal.Get<ISavedViews>();

    public async ValueTask InitializeAsync()
    {
        _portal = await Support.TestPortal.StartAsync();
        await using var context = await _portal.OpenAsync();
        var users = new[] { "ada", "ugo" }.Select(name => PortalUser.RegisterAgency($"{name}@ats.example", name, Role.AgencyOperator, Territory.Milano)).ToList();
        context.AddRange(users);
        await context.SaveChangesAsync(Patience);
        (_ada, _ugo) = (users[0].ToActor(), users[1].ToActor());
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Save_TwoUsers_EachSeesTheirOwn()
    {
        await Views.SaveAsync(_ada, " Urgenti ", "attesa=48", Patience);
        await Views.SaveAsync(_ugo, "Urgenti", "attesa=24", Patience);

        var view = Assert.Single(await Views.ListAsync(_ada, Patience));
        Assert.Equal(("Urgenti", "attesa=48", false), (view.Name, view.Words, view.IsDefault));
        Assert.Empty(await Views.ListAsync(Actor.OfSchool(_ada.UserId, "Referente", Role.Referent, 1), Patience));
    }

    [Fact]
    public async Task Save_ANameInOtherCapitals_ShowsTheViewWithTheNewWords()
    {
        var first = await Views.SaveAsync(_ada, "Urgenti", "attesa=48", Patience);
        var second = await Views.SaveAsync(_ada, "URGENTI", "attesa=72", Patience);

        Assert.Equal(first, second);
        Assert.Equal("attesa=72", Assert.Single(await Views.ListAsync(_ada, Patience)).Words);
    }

    [Fact]
    public async Task Prefer_AnotherOne_TakesThePlaceOfTheFirst()
    {
        var first = await SavedAsync("Urgenti");
        var second = await SavedAsync("Miei");
        await Views.PreferAsync(_ada, first, isDefault: true, Patience);
        await Views.PreferAsync(_ada, second, isDefault: true, Patience);

        Assert.Equal(second, Assert.Single(await Views.ListAsync(_ada, Patience), view => view.IsDefault).Id);

        await Views.PreferAsync(_ada, second, isDefault: false, Patience);
        Assert.DoesNotContain(await Views.ListAsync(_ada, Patience), view => view.IsDefault);
    }

    [Fact]
    public async Task Commands_OnAnothersView_LookLikeOnAnUnknownOne()
    {
        var view = await SavedAsync("Urgenti");

        foreach (var id in new[] { view, view + 1000 })
        {
            Assert.IsType<SavedViewOutcome.NotFound>(await Views.RenameAsync(_ugo, id, "Mia", Patience));
            Assert.IsType<SavedViewOutcome.NotFound>(await Views.PreferAsync(_ugo, id, isDefault: true, Patience));
            Assert.IsType<SavedViewOutcome.NotFound>(await Views.RemoveAsync(_ugo, id, Patience));
        }

        Assert.Equal("Urgenti", Assert.Single(await Views.ListAsync(_ada, Patience)).Name);
    }

    [Fact]
    public async Task Names_EmptyTooLongOrTaken_AreRefused()
    {
        var view = await SavedAsync("Urgenti");
        await SavedAsync("Miei");

        Assert.IsType<SavedViewOutcome.NotAName>(await Views.SaveAsync(_ada, "  ", "", Patience));
        Assert.IsType<SavedViewOutcome.NotAName>(await Views.SaveAsync(_ada, new string('x', SavedView.NameMaxLength + 1), "", Patience));
        Assert.IsType<SavedViewOutcome.NameTaken>(await Views.RenameAsync(_ada, view, "miei", Patience));
        Assert.IsType<SavedViewOutcome.Done>(await Views.RenameAsync(_ada, view, "URGENTI", Patience));
        Assert.Equal(["Miei", "URGENTI"], (await Views.ListAsync(_ada, Patience)).Select(one => one.Name));
    }

    [Fact]
    public async Task Save_MoreThanFitInAMenu_IsRefused()
    {
        for (var i = 0; i < SavedView.MostOfOneUser; i++)
        {
            await SavedAsync($"Vista {i}");
        }

        Assert.IsType<SavedViewOutcome.TooMany>(await Views.SaveAsync(_ada, "Ancora una", "", Patience));
        await Views.RemoveAsync(_ada, (await Views.ListAsync(_ada, Patience))[0].Id, Patience);
        Assert.IsType<SavedViewOutcome.Done>(await Views.SaveAsync(_ada, "Ancora una", "", Patience));
    }

    private async Task<int> SavedAsync(string name) =>
        Assert.IsType<SavedViewOutcome.Done>(await Views.SaveAsync(_ada, name, "stato=tutti", Patience)).ViewId;
}
