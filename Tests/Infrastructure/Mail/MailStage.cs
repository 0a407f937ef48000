using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Mail;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CovidSchoolReporting.Tests.Infrastructure.Mail;

/// <summary>A portal that sends its notices to a mail server of the test, with a school that has sent a case.</summary>
internal sealed class MailStage : IAsyncDisposable
{
    private MailStage(TestPortal portal, SmtpListener server) => (Portal, Server) = (portal, server);

    public TestPortal Portal { get; }

    public SmtpListener Server { get; }

    public Actor School { get; private set; } = null!;

    public int CaseId { get; private set; }

    public MailWorker Worker => Portal.Get<IEnumerable<IHostedService>>().OfType<MailWorker>().Single();

    public static async Task<MailStage> SetAsync(SmtpListener server, Action<MailOptions>? options = null)
    {
        var portal = await TestPortal.StartAsync(services => services
            .AddDelivery()
            .AddMail()
            .AddSingleton(IdentityStoresOnFile.Limits).AddUserStores()
            .Configure<MailOptions>(mail =>
            {
                (mail.Host, mail.Port, mail.Security, mail.From) = ("127.0.0.1", server.Port, MailSecurity.None, "portale@ats.example");
                (mail.DigestAt, mail.PortalAddress) = (null, new Uri("https://portale.example"));
                options?.Invoke(mail);
            }));
        var stage = new MailStage(portal, server) { School = await portal.AddSchoolAsync() };
        stage.CaseId = await portal.ReceivedCaseAsync(stage.School);
        return stage;
    }

    public async Task<PortalUser> AddReferentAsync(string email) =>
        await AddAsync(PortalUser.RegisterSchool(email, "Giulia Ferrario", Role.Referent, School.InstituteId!.Value));

    public async Task<PortalUser> AddOperatorAsync(string email, params Territory[] territories) =>
        await AddAsync(PortalUser.RegisterAgency(email, "Ada Operatrice", Role.AgencyOperator, territories));

    public async Task<IReadOnlyList<OutgoingMail>> MailsAsync()
    {
        await using var context = await Portal.OpenAsync();
        return await context.Set<OutgoingMail>().AsNoTracking().OrderBy(m => m.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    public async Task<PortalUser> AddAsync(PortalUser user)
    {
        await using var context = await Portal.OpenAsync();
        context.Add(user);
        await context.SaveChangesAsync();
        return user;
    }
}
