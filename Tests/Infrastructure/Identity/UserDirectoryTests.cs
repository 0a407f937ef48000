using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Identity;

public sealed class UserDirectoryTests : IAsyncLifetime
{
    private const string Email = "referente@scuola.example";
    private IdentityStoresOnFile _stores = null!;

    private UserDirectory Directory => _stores.Directory;

    public async ValueTask InitializeAsync()
    {
        _stores = await IdentityStoresOnFile.StartAsync();
        await _stores.RegisterOperatorAsync(Email);
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Admit_FirstSignInWithVerifiedAddress_JoinsTheRecord()
    {
        var outcome = await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", " Referente@Scuola.EXAMPLE ", true));

        var user = Assert.IsType<AdmissionOutcome.Admitted>(outcome).User;
        Assert.Equal(("issuer", "s1"), (user.Issuer, user.Subject));
    }

    [Fact]
    public async Task Admit_JoinedUserWithAnotherAddress_StaysThatUser()
    {
        await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", Email, true));

        var outcome = await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", "sposata@scuola.example", false));

        Assert.Equal(Email, Assert.IsType<AdmissionOutcome.Admitted>(outcome).User.Email);
    }

    [Theory]
    [InlineData("issuer", "s2")]
    [InlineData("another issuer", "s1")]
    public async Task Admit_RecordJoinedToAnotherAccount_IsNotRegistered(string issuer, string subject)
    {
        await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", Email, true));

        Assert.IsType<AdmissionOutcome.NotRegistered>(await Directory.AdmitAsync(new ProviderAccount(issuer, subject, Email, true)));
    }

    [Fact]
    public async Task Admit_AfterRelease_JoinsAnew()
    {
        await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", Email, true));

        await Directory.ReleaseAsync(Email);

        Assert.IsType<AdmissionOutcome.Admitted>(await Directory.AdmitAsync(new ProviderAccount("new issuer", "n1", Email, true)));
    }

    [Fact]
    public async Task Admit_AddressNotVerified_JoinsNothing()
    {
        Assert.IsType<AdmissionOutcome.EmailNotVerified>(await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", Email, false)));
        Assert.False((await Directory.FindByEmailAsync(Email))!.IsJoined);
    }

    [Fact]
    public async Task Admit_UnknownAddressOrNone_IsNotRegistered()
    {
        Assert.IsType<AdmissionOutcome.NotRegistered>(await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", "x@y.example", true)));
        Assert.IsType<AdmissionOutcome.NotRegistered>(await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", null, true)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Admit_Disabled_IsRefusedBeforeAndAfterTheFirstSignIn(bool joinedBefore)
    {
        if (joinedBefore)
        {
            await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", Email, true));
        }

        Assert.Equal(UserChange.Done, await Directory.DisableAsync(Email));

        Assert.IsType<AdmissionOutcome.Disabled>(await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", Email, true)));
        Assert.Equal(UserChange.NothingToDo, await Directory.DisableAsync(Email));
        Assert.Equal(UserChange.Done, await Directory.EnableAsync(Email));
        Assert.IsType<AdmissionOutcome.Admitted>(await Directory.AdmitAsync(new ProviderAccount("issuer", "s1", Email, true)));
    }

    [Fact]
    public async Task Admit_TwoFirstSignInsAtOnce_AreTheSameUser()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => Directory.AdmitAsync(new ProviderAccount("issuer", "s1", Email, true)))));

        Assert.Single(outcomes.Select(o => Assert.IsType<AdmissionOutcome.Admitted>(o).User.Id).Distinct());
    }

    [Theory]
    [InlineData("s1", typeof(AdmissionOutcome.Admitted))]
    [InlineData("s2", typeof(AdmissionOutcome.NotRegistered))]
    public async Task Admit_JoinedBetweenTheTwoLooks_IsAdmittedWithThatAccountOnly(string other, Type expected)
    {
        var between = new AfterTheFirstRead();
        await using var slow = await TestPortal.StartAsync(
            services => services.AddSingleton(IdentityStoresOnFile.Limits).AddUserStores().AddSessionStores()
                .ConfigureDbContext<PortalDbContext>(builder => builder.AddInterceptors(between)),
            _stores.Portal.DatabasePath);
        between.Do(() => Directory.AdmitAsync(new ProviderAccount("issuer", other, Email, true)));

        var outcome = await slow.Get<UserDirectory>().AdmitAsync(new ProviderAccount("issuer", "s1", Email, true));

        Assert.IsType(expected, outcome);
    }

    [Fact]
    public async Task Register_OneOfTwoRefused_RegistersNone()
    {
        var good = new UserRegistration("nuovo@scuola.example", "Nuovo", Role.AgencyAdministrator, null, new HashSet<Territory>());
        var bad = good with { Email = "altro@scuola.example", Role = Role.Referent, InstituteCode = "NON-C'E" };

        var refused = Assert.Single(await Directory.RegisterAsync([good, bad]));

        Assert.Equal((1, "no institute has the code 'NON-C'E'"), (refused.Position, Assert.Single(refused.Reasons)));
        Assert.Null(await Directory.FindByEmailAsync(good.Email));
    }

    [Fact]
    public async Task Register_OperatorTerritories_ComeBackAsWritten()
    {
        var both = new HashSet<Territory> { Territory.Lodi, Territory.Milano };
        await Directory.RegisterAsync([new UserRegistration("op@ats.example", "Op", Role.AgencyOperator, null, both)]);

        Assert.Equal(both, (await Directory.FindByEmailAsync("op@ats.example"))!.ToActor().Territories);
    }
}
