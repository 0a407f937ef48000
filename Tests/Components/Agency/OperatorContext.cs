using System.Globalization;
using System.Security.Claims;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Features.CaseFiles;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Tests.Components.Conversations;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Agency;

/// <summary>A screen of an operator who has signed in, over the real services, database and worker.</summary>
public abstract class OperatorContext : ScreenContext
{
    protected static Task<DeliveryStage> SetAsync() => DeliveryStage.SetAsync(more: services => services
        .AddSingleton(new SessionLimits(TimeSpan.FromDays(1), TimeSpan.FromDays(1))).AddUserStores().AddSessionStores());

    /// <summary>Registers an operator who is somewhere else.</summary>
    protected static async Task<Actor> AddOperatorAsync(DeliveryStage stage, string name, params Territory[] territories)
    {
        var user = PortalUser.RegisterAgency($"{Guid.NewGuid():N}@ats.example", name, Role.AgencyOperator, territories);
        await using var context = await stage.Portal.OpenAsync();
        context.Add(user);
        await context.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        return user.ToActor();
    }

    /// <summary>Signs an operator in at the screens of this context.</summary>
    protected async Task<Actor> SignInAsync(DeliveryStage stage, string name, params Territory[] territories)
    {
        var user = await AddOperatorAsync(stage, name, territories);
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(PortalClaims.UserId, user.UserId.ToString(CultureInfo.InvariantCulture)),
                new Claim(PortalClaims.SessionId, Guid.NewGuid().ToString()),
            ],
            "Test"));
        await stage.Portal.Get<DatabaseTicketStore>().StoreAsync(new AuthenticationTicket(principal, "Test"));

        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(principal));
        Services.AddSingleton(provider =>
            new CurrentActor(provider.GetRequiredService<AuthenticationStateProvider>(), stage.Portal.Get<SessionStore>(), new LastWords()));
        Services.AddSingleton(stage.Portal.Get<ChangeHub>());
        Services.AddSingleton(stage.Portal.Get<IReportQueries>());
        Services.AddSingleton(stage.Portal.Get<IQueueQueries>());
        Services.AddSingleton(stage.Portal.Get<ISavedViews>());
        Services.AddSingleton(stage.Portal.Get<IColleagues>());
        Services.AddSingleton(stage.Portal.Get<AgencyDesk>());
        Services.AddSingleton(stage.Portal.Get<ReportBatch>());
        Services.AddConversations(stage.Portal);
        Services.AddSingleton(stage.Portal.Get<PlaceRegister>());
        Services.AddSingleton(new SearchMemory<ReportListRequest>());
        Services.AddSingleton(stage.Portal.Get<DecisionDesk>());
        Services.AddSingleton(stage.Portal.Get<MatchDesk>());
        Services.AddSingleton(stage.Portal.Get<IMatchQueries>());
        Services.AddSingleton(new CaseFileReader(
            stage.Portal.Get<IReportQueries>(), stage.Portal.Get<IDecisionQueries>(), stage.Portal.Get<IRelatedCases>(), stage.Portal.Get<IMatchQueries>(),
            stage.Portal.Get<IReportHistory>(), stage.Portal.Get<IClusterQueries>()));
        return user;
    }

    private sealed class SignedIn(ClaimsPrincipal principal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
