using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Identity;

public sealed class EmbeddedAccountsTests : IAsyncLifetime
{
    private const string Email = "operatore@ats.example";
    private const string Password = "una password di prova";
    private IdentityStoresOnFile _stores = null!;

    private EmbeddedAccounts Accounts => _stores.Accounts;

    public async ValueTask InitializeAsync()
    {
        _stores = await IdentityStoresOnFile.StartAsync();
        await Accounts.SetPasswordAsync(Email, Password);
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Prove_RightPassword_GivesALastingSubject()
    {
        var first = await Accounts.ProveAsync(Email, Password);
        var second = await Accounts.ProveAsync("Operatore@ATS.example", Password);

        Assert.NotNull(first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Prove_WrongPasswordUnknownAccountOrNoPassword_ProvesNothing()
    {
        await Accounts.EnsureAsync("senza@ats.example");

        Assert.Null(await Accounts.ProveAsync(Email, "sbagliata"));
        Assert.Null(await Accounts.ProveAsync("chi@ats.example", Password));
        Assert.Null(await Accounts.ProveAsync("senza@ats.example", ""));
    }

    [Fact]
    public async Task Prove_FourFailures_DoNotLock()
    {
        await FailAsync(4);

        Assert.NotNull(await Accounts.ProveAsync(Email, Password));
    }

    [Fact]
    public async Task Prove_FiveFailures_LockForFifteenMinutes()
    {
        await FailAsync(5);

        Assert.Null(await Accounts.ProveAsync(Email, Password));
        _stores.Portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(await Accounts.ProveAsync(Email, Password));
    }

    [Fact]
    public async Task Prove_AttemptsDuringTheLock_DoNotProlongIt()
    {
        await FailAsync(5);
        _stores.Portal.Clock.Advance(TimeSpan.FromMinutes(14));
        await FailAsync(5);

        _stores.Portal.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull(await Accounts.ProveAsync(Email, Password));
    }

    [Fact]
    public async Task Prove_GuessesAtTheSameMoment_AreAllCounted()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Accounts.ProveAsync(Email, "sbagliata"))));

        Assert.Null(await Accounts.ProveAsync(Email, Password));
    }

    [Theory]
    [InlineData(Email)]
    [InlineData("chi@ats.example")]
    [InlineData("senza@ats.example")]
    public async Task Prove_WrongPassword_CostsTheSameWritesWhoeverItIs(string email)
    {
        await Accounts.EnsureAsync("senza@ats.example");
        List<int> commits = [];
        for (var i = 0; i < 6; i++)
        {
            var before = await _stores.Portal.AskAsync<int>("SELECT COALESCE(SUM(Version), 0) + COUNT(*) FROM \"EmbeddedAccounts\"");
            Assert.Null(await Accounts.ProveAsync(email, "sbagliata"));
            var after = await _stores.Portal.AskAsync<int>("SELECT COALESCE(SUM(Version), 0) + COUNT(*) FROM \"EmbeddedAccounts\"");
            commits.Add(after > before ? 1 : 0);
        }

        Assert.Equal([1, 1, 1, 1, 1, 0], commits);
    }

    [Fact]
    public async Task Prove_GuessesAtAnUnknownAddressAtTheSameMoment_AreAllAnswered() =>
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Accounts.ProveAsync("chi@ats.example", "sbagliata")))),
            Assert.Null);

    [Fact]
    public async Task SetPassword_AddressGuessedBefore_OpensTheAccount()
    {
        Assert.Null(await Accounts.ProveAsync("nuovo@ats.example", "sbagliata"));

        await Accounts.SetPasswordAsync("nuovo@ats.example", Password);

        Assert.NotNull(await Accounts.ProveAsync("nuovo@ats.example", Password));
    }

    [Fact]
    public async Task Prune_CountsOfUnknownAddresses_GoAndAccountsStay()
    {
        await _stores.RegisterOperatorAsync("registrato@ats.example");
        await Accounts.EnsureAsync("registrato@ats.example");
        Assert.Null(await Accounts.ProveAsync("registrato@ats.example", "sbagliata"));
        Assert.Null(await Accounts.ProveAsync("chi@ats.example", "sbagliata"));
        await FailAsync(1);

        Assert.Equal(1, await Accounts.PruneAsync());

        Assert.Equal(2, await _stores.Portal.AskAsync<int>("SELECT COUNT(*) FROM \"EmbeddedAccounts\""));
    }

    [Fact]
    public async Task SetPassword_Locked_LiftsTheLock()
    {
        await FailAsync(5);

        await Accounts.SetPasswordAsync(Email, "un'altra password");

        Assert.NotNull(await Accounts.ProveAsync(Email, "un'altra password"));
    }

    [Fact]
    public async Task SetPassword_UserSignedIn_EndsTheirSessions()
    {
        var (user, colleague) = (await _stores.RegisterOperatorAsync(Email), await _stores.RegisterOperatorAsync("collega@ats.example"));
        var (theirs, anothers) = (Guid.NewGuid(), Guid.NewGuid());
        await _stores.Sessions.OpenAsync(theirs, user.Id, "key", [1], CancellationToken.None);
        await _stores.Sessions.OpenAsync(anothers, colleague.Id, "another key", [1], CancellationToken.None);

        await Accounts.SetPasswordAsync("Operatore@ATS.example", "un'altra password");

        Assert.False(await _stores.Sessions.IsOpenAsync(theirs));
        Assert.True(await _stores.Sessions.IsOpenAsync(anothers));
    }

    [Fact]
    public async Task SetPassword_TooShort_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Accounts.SetPasswordAsync(Email, "undici car."));

    [Fact]
    public async Task Password_Stored_IsHashed()
    {
        await using var context = await _stores.Portal.OpenAsync();

        Assert.DoesNotContain(Password, Assert.Single(context.Set<EmbeddedAccount>()).PasswordHash!, StringComparison.Ordinal);
    }

    private async Task FailAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Null(await Accounts.ProveAsync(Email, "sbagliata"));
        }
    }
}
