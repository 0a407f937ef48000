using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Identity;

/// <summary>What an administrator does with the users, and what nobody may.</summary>
public sealed class UserDeskTests : IAsyncLifetime
{
    private IdentityStoresOnFile _stores = null!;
    private Actor _keeper = null!;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private UserDesk Desk => _stores.Portal.Get<UserDesk>();

    public async ValueTask InitializeAsync()
    {
        _stores = await IdentityStoresOnFile.StartAsync();
        await _stores.Portal.Get<InstituteRegister>().EnsureAsync(Institute.Register("MIIC000001", "Istituto Manzi"), Patience);
        _keeper = await AddAsync(_stores, "ada@ats.example", Role.AgencyAdministrator);
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Invite_Referent_MayEnterAndIsListedWithTheInstitute()
    {
        var outcome = await Desk.InviteAsync(_keeper, School("anna@scuola.example"), Patience);

        var id = Assert.IsType<UserOutcome.Done>(outcome).UserId;
        var row = (await Desk.FindAsync(_keeper, id, Patience))!.Row;
        Assert.Equal(("anna@scuola.example", Role.Referent, "Istituto Manzi", UserState.Invited), (row.Email, row.Role, row.InstituteName, row.State));
        Assert.IsType<AdmissionOutcome.Admitted>(
            await _stores.Directory.AdmitAsync(new ProviderAccount("issuer", "s1", "anna@scuola.example", true), Patience));
    }

    [Theory]
    [InlineData("", "Anna", "MIIC000001", UserFault.EmailMissing)]
    [InlineData("anna", "Anna", "MIIC000001", UserFault.EmailInvalid)]
    [InlineData("ada@ats.example", "Anna", "MIIC000001", UserFault.EmailTaken)]
    [InlineData("anna@scuola.example", "", "MIIC000001", UserFault.NameMissing)]
    [InlineData("anna@scuola.example", "Anna", null, UserFault.InstituteMissing)]
    [InlineData("anna@scuola.example", "Anna", "MIIC999999", UserFault.InstituteUnknown)]
    public async Task Invite_Faulty_SaysWhatIsWrongAndRegistersNobody(string email, string name, string? institute, UserFault fault)
    {
        var outcome = await Desk.InviteAsync(_keeper, School(email) with { DisplayName = name, InstituteCode = institute }, Patience);

        Assert.Equal([fault], Assert.IsType<UserOutcome.Invalid>(outcome).Findings.Select(finding => finding.Fault));
        Assert.Single((await Desk.ListAsync(_keeper, new UserListRequest(), Patience)).Rows);
    }

    [Theory]
    [InlineData(Role.HeadTeacher)]
    [InlineData(Role.AgencyOperator)]
    public async Task AnyCommand_OfSomebodyElse_FindsNothing(Role role)
    {
        var stranger = role.IsSchool() ? Actor.OfSchool(99, "Altri", role, 1) : Actor.OfAgency(99, "Altri", role, Territory.Lodi);

        Assert.Empty((await Desk.ListAsync(stranger, new UserListRequest(), Patience)).Rows);
        Assert.Null(await Desk.FindAsync(stranger, _keeper.UserId, Patience));
        Assert.Empty(await Desk.InstitutesAsync(stranger, "Manzi", Patience));
        Assert.IsType<UserOutcome.NotFound>(await Desk.InviteAsync(stranger, School("x@scuola.example"), Patience));
        Assert.IsType<UserOutcome.NotFound>(await Desk.DisableAsync(stranger, _keeper.UserId, Patience));
        Assert.IsType<UserOutcome.NotFound>(await Desk.NewPasswordAsync(stranger, _keeper.UserId, null, Patience));
    }

    [Fact]
    public async Task Disable_SignedIn_EndsEverySessionAndTellsOpenScreens()
    {
        var user = await _stores.RegisterOperatorAsync("ugo@ats.example");
        var session = Guid.NewGuid();
        await _stores.Sessions.OpenAsync(session, user.Id, "key", [1], Patience);
        var told = 0;
        using var screen = _stores.Portal.Get<SessionWatch>().Subscribe(session, user.Id, () => told++);

        Assert.IsType<UserOutcome.Done>(await Desk.DisableAsync(_keeper, user.Id, Patience));

        Assert.Equal(1, told);
        Assert.False(await _stores.Sessions.IsOpenAsync(session, Patience));
        Assert.IsType<UserOutcome.Done>(await Desk.DisableAsync(_keeper, user.Id, Patience)); // sent twice, done once
        Assert.Equal(UserState.Disabled, (await Desk.FindAsync(_keeper, user.Id, Patience))!.Row.State);
    }

    [Fact]
    public async Task Disable_BusinessClockOfAnotherDay_IsOfThatDay()
    {
        await using var stores = await IdentityStoresOnFile.StartAsync(services =>
            services.AddSingleton(provider => new PortalClock(new ShiftedTimeProvider(provider.GetRequiredService<TimeProvider>(), new DateOnly(2021, 1, 20)))));
        var keeper = await AddAsync(stores, "ada@ats.example", Role.AgencyAdministrator);
        var (byDesk, byCommand) = (await stores.RegisterOperatorAsync("ugo@ats.example"), await stores.RegisterOperatorAsync("lia@ats.example"));
        var desk = stores.Portal.Get<UserDesk>();

        Assert.IsType<UserOutcome.Done>(await desk.DisableAsync(keeper, byDesk.Id, Patience));
        await stores.Directory.DisableAsync(byCommand.Email, Patience);

        foreach (var id in new[] { byDesk.Id, byCommand.Id })
        {
            Assert.Equal(new DateOnly(2021, 1, 20), PortalClock.DayOf((await desk.FindAsync(keeper, id, Patience))!.DisabledAt!.Value));
        }
    }

    [Fact]
    public async Task Amend_OtherTerritories_EndsTheSessions()
    {
        var user = await _stores.RegisterOperatorAsync("ugo@ats.example");
        await _stores.Sessions.OpenAsync(Guid.NewGuid(), user.Id, "key", [1], Patience);

        var outcome = await Desk.AmendAsync(_keeper, user.Id, user.Version, Operator(user, Territory.Lodi), Patience);

        Assert.IsType<UserOutcome.Done>(outcome);
        var sheet = (await Desk.FindAsync(_keeper, user.Id, Patience))!;
        Assert.Equal([Territory.Lodi], sheet.Row.Territories);
        Assert.Equal(0, sheet.OpenSessions);
    }

    [Fact]
    public async Task Amend_OnlyTheName_LeavesTheSessions()
    {
        var user = await _stores.RegisterOperatorAsync("ugo@ats.example");
        await _stores.Sessions.OpenAsync(Guid.NewGuid(), user.Id, "key", [1], Patience);

        await Desk.AmendAsync(_keeper, user.Id, user.Version, Operator(user, Territory.Milano) with { DisplayName = "Ugo Nuovo" }, Patience);

        var sheet = (await Desk.FindAsync(_keeper, user.Id, Patience))!;
        Assert.Equal(("Ugo Nuovo", 1), (sheet.Row.DisplayName, sheet.OpenSessions));
    }

    [Fact]
    public async Task Amend_ChangedByAColleagueMeanwhile_IsStale()
    {
        var user = await _stores.RegisterOperatorAsync("ugo@ats.example");
        await Desk.DisableAsync(_keeper, user.Id, Patience);

        Assert.IsType<UserOutcome.Stale>(await Desk.AmendAsync(_keeper, user.Id, user.Version, Operator(user, Territory.Lodi), Patience));
    }

    [Fact]
    public async Task Amend_SentTwice_IsDoneOnce()
    {
        var user = await _stores.RegisterOperatorAsync("ugo@ats.example");

        Assert.IsType<UserOutcome.Done>(await Desk.AmendAsync(_keeper, user.Id, user.Version, Operator(user, Territory.Lodi), Patience));
        Assert.IsType<UserOutcome.Done>(await Desk.AmendAsync(_keeper, user.Id, user.Version, Operator(user, Territory.Lodi), Patience));

        await using var context = await _stores.Portal.OpenAsync();
        Assert.Equal(1, await context.Set<AuditEntry>().CountAsync(e => e.Action == AuditAction.UserAmended && e.RecordId == user.Id, Patience));
    }

    [Fact]
    public async Task DisableOrDemote_Oneself_IsRefused()
    {
        var me = (await Desk.FindAsync(_keeper, _keeper.UserId, Patience))!;

        Assert.IsType<UserOutcome.Refused>(await Desk.DisableAsync(_keeper, _keeper.UserId, Patience));
        Assert.IsType<UserOutcome.Refused>(await Desk.AmendAsync(_keeper, _keeper.UserId, me.Version, School("ada@ats.example"), Patience));
        Assert.Equal(UserState.Invited, (await Desk.FindAsync(_keeper, _keeper.UserId, Patience))!.Row.State);
    }

    [Fact]
    public async Task Disable_TwoAdministratorsEachOther_OneOfThemStays()
    {
        var other = await AddAsync(_stores, "bea@ats.example", Role.AgencyAdministrator);

        await Task.WhenAll(
            Desk.DisableAsync(_keeper, other.UserId, Patience),
            Desk.DisableAsync(other, _keeper.UserId, Patience));

        await using var context = await _stores.Portal.OpenAsync();
        Assert.Equal(1, await context.Set<PortalUser>().CountAsync(u => u.Role == Role.AgencyAdministrator && u.DisabledAt == null, Patience));
    }

    [Fact]
    public async Task Enable_Disabled_MayEnterAgain()
    {
        var user = await _stores.RegisterOperatorAsync("ugo@ats.example");
        await Desk.DisableAsync(_keeper, user.Id, Patience);

        Assert.IsType<UserOutcome.Done>(await Desk.EnableAsync(_keeper, user.Id, Patience));

        Assert.Equal(UserState.Invited, (await Desk.FindAsync(_keeper, user.Id, Patience))!.Row.State);
    }

    [Fact]
    public async Task NewPassword_OpensTheAccount()
    {
        var user = await _stores.RegisterOperatorAsync("ugo@ats.example");

        var password = Assert.IsType<UserOutcome.PasswordSet>(await Desk.NewPasswordAsync(_keeper, user.Id, null, Patience)).Password;

        Assert.Equal(17, password.Length);
        Assert.NotNull(await _stores.Accounts.ProveAsync("ugo@ats.example", password, Patience));
    }

    [Fact]
    public async Task NewPassword_SignedIn_EndsWhatIsOpenUnderTheOldOne_OnesOwnScreenGoesOn()
    {
        var user = await _stores.RegisterOperatorAsync("ugo@ats.example");
        var (theirs, mine, elsewhere) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await _stores.Sessions.OpenAsync(theirs, user.Id, "key", [1], Patience);
        await _stores.Sessions.OpenAsync(mine, _keeper.UserId, "my key", [1], Patience);
        await _stores.Sessions.OpenAsync(elsewhere, _keeper.UserId, "my other key", [1], Patience);
        List<Guid> told = [];
        var watch = _stores.Portal.Get<SessionWatch>();
        using var screen = watch.Subscribe(theirs, user.Id, () => told.Add(theirs));
        using var own = watch.Subscribe(mine, _keeper.UserId, () => told.Add(mine));
        using var other = watch.Subscribe(elsewhere, _keeper.UserId, () => told.Add(elsewhere));

        await Desk.NewPasswordAsync(_keeper, user.Id, null, Patience);
        await Desk.NewPasswordAsync(_keeper, _keeper.UserId, mine, Patience);

        Assert.Equal([theirs, elsewhere], told);
        Assert.False(await _stores.Sessions.IsOpenAsync(theirs, Patience));
        Assert.True(await _stores.Sessions.IsOpenAsync(mine, Patience)); // the screen that shows it
        Assert.False(await _stores.Sessions.IsOpenAsync(elsewhere, Patience));
    }

    [Theory]
    [InlineData("UGO", null, null, 1)]
    [InlineData("manzi", null, null, 1)]
    [InlineData("100%", null, null, 0)]
    [InlineData(null, Role.Referent, null, 1)]
    [InlineData(null, null, UserState.Disabled, 1)]
    [InlineData(null, null, UserState.Invited, 2)]
    public async Task List_Filtered_ShowsWhoMatches(string? search, Role? role, UserState? state, int count)
    {
        var user = await _stores.RegisterOperatorAsync("ugo@ats.example");
        await Desk.InviteAsync(_keeper, School("anna@scuola.example"), Patience);
        await Desk.DisableAsync(_keeper, user.Id, Patience);

        var page = await Desk.ListAsync(_keeper, new UserListRequest(search, role, state), Patience);

        Assert.Equal(count, page.Rows.Count);
    }

    [Fact]
    public async Task List_WalkedForwardsAndBack_ShowsEachUserOnceByAddress()
    {
        for (var number = 0; number < 60; number++)
        {
            await _stores.RegisterOperatorAsync($"op{number:000}@ats.example");
        }

        List<string> forwards = [], backwards = [];
        var page = await Desk.ListAsync(_keeper, new UserListRequest(), Patience);
        forwards.AddRange(page.Rows.Select(row => row.Email));
        while (page.Next is { } next)
        {
            page = await Desk.ListAsync(_keeper, new UserListRequest(Anchor: next), Patience);
            forwards.AddRange(page.Rows.Select(row => row.Email));
        }

        backwards.AddRange(page.Rows.Reverse().Select(row => row.Email));
        while (page.Previous is { } previous)
        {
            page = await Desk.ListAsync(_keeper, new UserListRequest(Anchor: previous), Patience);
            backwards.AddRange(page.Rows.Reverse().Select(row => row.Email));
        }

        Assert.Equal(61, forwards.Count);
        Assert.Equal(forwards.Order(StringComparer.Ordinal), forwards);
        Assert.Equal(forwards.AsEnumerable().Reverse(), backwards);
    }

    [Fact]
    public async Task Commands_LeaveWhoDidWhatToWhom()
    {
        var id = Assert.IsType<UserOutcome.Done>(await Desk.InviteAsync(_keeper, School("anna@scuola.example"), Patience)).UserId;
        await _stores.Portal.Get<IAuditTrail>().FlushAsync(Patience);
        await Desk.DisableAsync(_keeper, id, Patience);
        await Desk.EnableAsync(_keeper, id, Patience);

        await using var context = await _stores.Portal.OpenAsync();
        Assert.Equal(
            [AuditAction.UserInvited, AuditAction.UserDisabled, AuditAction.UserEnabled],
            await context.Set<AuditEntry>().Where(e => e.RecordKind == AuditKind.User && e.RecordId == id && e.UserId == _keeper.UserId)
                .OrderBy(e => e.Id).Select(e => e.Action).ToListAsync(Patience));
    }

    private static UserRegistration School(string email) => new(email, "Anna Bianchi", Role.Referent, "MIIC000001", new HashSet<Territory>());

    private static UserRegistration Operator(PortalUser user, params Territory[] territories) =>
        new(user.Email, user.DisplayName, Role.AgencyOperator, null, territories.ToHashSet());

    private static async Task<Actor> AddAsync(IdentityStoresOnFile stores, string email, Role role)
    {
        Assert.Empty(await stores.Directory.RegisterAsync([new UserRegistration(email, "Ada Custode", role, null, new HashSet<Territory>())], Patience));
        return (await stores.Directory.FindByEmailAsync(email, Patience))!.ToActor();
    }
}
