using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Conversations;

internal static class ConversationServices
{
    /// <summary>What a screen asks for that shows a conversation or integrazioni, over the services of the portal.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services, TestPortal portal) => services
        .AddSingleton(portal.Get<IConversationQueries>())
        .AddSingleton(portal.Get<ConversationDesk>())
        .AddSingleton(portal.Get<ISupplementQueries>())
        .AddSingleton(portal.Get<SupplementDesk>())
        .AddSingleton(portal.Get<IDraftStore>())
        .AddSingleton(new FormTickets(new EphemeralDataProtectionProvider()))
        .AddSingleton(new HandInNews())
        .AddSingleton(new LastWords());
}
