using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Mail;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Infrastructure.Mail;

/// <summary>Notices on their whole way, from what they tell of to a mail server that takes them.</summary>
public sealed class MailTests
{
    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Question_ReachesTheEnabledUsersOfTheSchoolAlone_AndNamesNobody()
    {
        await using var server = new SmtpListener();
        await using var stage = await MailStage.SetAsync(server);
        await stage.AddReferentAsync("giulia@scuola.example");
        await DisableAsync(stage, await stage.AddReferentAsync("via@scuola.example"));
        await stage.AddOperatorAsync("ada@ats.example", Territory.Milano);

        await stage.Portal.SayAsync(Operator, stage.CaseId, "In che classe era Mario Rossi?", asks: true);
        await stage.Worker.LookAsync(Patience);

        var message = await server.NextAsync(Patience);
        Assert.Equal("giulia@scuola.example", message.To.Mailboxes.Single().Address);
        Assert.Equal("portale@ats.example", message.From.Mailboxes.Single().Address);
        Assert.Contains("aspetta una risposta della scuola", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("waits for the school's answer", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://portale.example/casi", message.TextBody, StringComparison.Ordinal);
        foreach (var word in (string[])["Rossi", "Mario", "Giulia", "Operatrice", "covid", "caso"])
        {
            Assert.DoesNotContain(word, message.Subject + message.TextBody, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain($"/casi/{stage.CaseId}", message.TextBody, StringComparison.Ordinal);
        Assert.Empty(server.Left());
        Assert.Equal(MailState.Sent, Assert.Single(await stage.MailsAsync()).State);
    }

    [Fact(Timeout = 60_000)]
    public async Task Questions_ManyAtOnce_AreOneNotice_AndAnotherAfterItWasSent()
    {
        await using var server = new SmtpListener();
        await using var stage = await MailStage.SetAsync(server);
        await stage.AddReferentAsync("giulia@scuola.example");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => stage.Portal.SayAsync(Operator, stage.CaseId, $"Domanda {i}", asks: true))));
        await stage.Portal.SayAsync(Operator, stage.CaseId, "Solo un saluto");
        Assert.Single(await stage.MailsAsync());
        await stage.Worker.LookAsync(Patience);
        await stage.Portal.SayAsync(Operator, stage.CaseId, "Un'altra domanda", asks: true);

        Assert.Equal([MailState.Sent, MailState.Waiting], (await stage.MailsAsync()).Select(m => m.State));
    }

    [Fact(Timeout = 60_000)]
    public async Task Measures_Issued_ReachTheSchool()
    {
        await using var server = new SmtpListener();
        await using var stage = await MailStage.SetAsync(server);
        await stage.AddReferentAsync("giulia@scuola.example");
        await using var context = await stage.Portal.OpenAsync();
        var report = await context.Set<ReceivedReport>().Where(r => r.CaseId == stage.CaseId).Select(r => r.Id).SingleAsync(Patience);
        var desk = stage.Portal.Get<AgencyDesk>();

        await desk.TakeInChargeAsync(Operator, report, Patience);
        Assert.Empty(await stage.MailsAsync());
        await stage.Portal.DecideAllAsync(Operator, report);
        await desk.IssueMeasuresAsync(Operator, report, Patience);
        await desk.IssueMeasuresAsync(Operator, report, Patience);
        await stage.Worker.LookAsync(Patience);

        Assert.Contains("comunicazione di ATS per la scuola", (await server.NextAsync(Patience)).TextBody, StringComparison.Ordinal);
        Assert.Equal(MailKind.MeasuresIssued, Assert.Single(await stage.MailsAsync()).Kind);
    }

    [Fact(Timeout = 60_000)]
    public async Task Send_ServerThatSaysLater_IsTriedAgainAtItsTime_AndOneThatSaysNeverIsNot()
    {
        await using var server = new SmtpListener { AnswerToRecipient = "451 later" };
        await using var stage = await MailStage.SetAsync(server);
        await stage.AddReferentAsync("giulia@scuola.example");
        await stage.Portal.SayAsync(Operator, stage.CaseId, "Domanda", asks: true);

        await stage.Worker.LookAsync(Patience);
        var waiting = Assert.Single(await stage.MailsAsync());
        Assert.Equal((MailState.Waiting, 1), (waiting.State, waiting.Attempts));
        Assert.InRange(waiting.NextAttemptAt!.Value, stage.Portal.Clock.GetUtcNow().UtcDateTime.AddSeconds(30), stage.Portal.Clock.GetUtcNow().UtcDateTime.AddSeconds(60));
        await stage.Worker.LookAsync(Patience);
        Assert.Equal(1, server.Calls);

        stage.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        server.AnswerToRecipient = "550 unknown";
        await stage.Worker.LookAsync(Patience);

        var given = Assert.Single(await stage.MailsAsync());
        Assert.Equal((MailState.GivenUp, "refused: SMTP 550"), (given.State, given.LastFailure));
        Assert.Empty(server.Left());
    }

    [Fact(Timeout = 60_000)]
    public async Task Send_UserWhoWasDisabledMeanwhile_GetsNothing()
    {
        await using var server = new SmtpListener();
        await using var stage = await MailStage.SetAsync(server);
        var user = await stage.AddReferentAsync("giulia@scuola.example");
        await stage.Portal.SayAsync(Operator, stage.CaseId, "Domanda", asks: true);
        await DisableAsync(stage, user);

        await stage.Worker.LookAsync(Patience);

        Assert.Equal(0, server.Calls);
        Assert.Equal(MailState.GivenUp, Assert.Single(await stage.MailsAsync()).State);
    }

    [Fact(Timeout = 60_000)]
    public async Task Digest_AtItsHour_CountsWhatWaitsForEachOperator_OnceADay()
    {
        await using var server = new SmtpListener();
        await using var stage = await MailStage.SetAsync(server, mail => mail.DigestAt = new TimeOnly(11, 0));
        await stage.AddOperatorAsync("ada@ats.example", Territory.Milano);
        await stage.AddOperatorAsync("lia@ats.example", Territory.Lodi);
        await stage.Portal.SayAsync(stage.School, stage.CaseId, "Buongiorno");

        await stage.Worker.LookAsync(Patience); // 10:00 in Rome.
        Assert.Empty(await stage.MailsAsync());
        stage.Portal.Clock.Advance(TimeSpan.FromHours(1));
        await stage.Worker.LookAsync(Patience);
        await stage.Worker.LookAsync(Patience);

        var message = await server.NextAsync(Patience);
        Assert.Equal("ada@ats.example", message.To.Mailboxes.Single().Address);
        Assert.Contains("da prendere in carico 1, messaggi delle scuole da leggere 1", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://portale.example/ats/casi", message.TextBody, StringComparison.Ordinal);
        Assert.Empty(server.Left());
        stage.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await stage.Worker.LookAsync(Patience);
        Assert.Single(server.Left());
    }

    [Fact(Timeout = 60_000)]
    public async Task Send_ServerThatAsksForAnAccount_GetsIt()
    {
        await using var server = new SmtpListener { Credentials = ("portale", "un segreto") };
        await using var stage = await MailStage.SetAsync(server, mail => (mail.Account, mail.Password) = ("portale", "un segreto"));
        await stage.AddReferentAsync("giulia@scuola.example");
        await stage.Portal.SayAsync(Operator, stage.CaseId, "Domanda", asks: true);

        await stage.Worker.LookAsync(Patience);

        Assert.Single(server.Left());
    }

    [Fact(Timeout = 60_000)]
    public async Task Question_MailSwitchedOff_PreparesNothing()
    {
        await using var server = new SmtpListener();
        await using var stage = await MailStage.SetAsync(server, mail => (mail.Host, mail.From) = ("", null));
        await stage.AddReferentAsync("giulia@scuola.example");

        await stage.Portal.SayAsync(Operator, stage.CaseId, "Domanda", asks: true);

        Assert.Empty(await stage.MailsAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Invitation_ReachesWhoWasInvited_WithALinkAndNothingElse()
    {
        await using var server = new SmtpListener();
        await using var stage = await MailStage.SetAsync(server);

        var id = await InviteAsync(stage);
        await stage.Worker.LookAsync(Patience);

        var message = await server.NextAsync(Patience);
        Assert.Equal("lia@ats.example", message.To.Mailboxes.Single().Address);
        Assert.Contains("https://portale.example/\n", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("invita questo indirizzo al Portale Scuola", message.TextBody, StringComparison.Ordinal);
        foreach (var word in (string[])["Lia", "Lodi", "password", "covid", "caso"])
        {
            Assert.DoesNotContain(word, message.Subject + message.TextBody, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(server.Left());
        Assert.Equal(id, Assert.Single(await stage.MailsAsync()).UserId);
    }

    [Fact(Timeout = 60_000)]
    public async Task Invitation_MailSwitchedOff_PreparesNothing()
    {
        await using var server = new SmtpListener();
        await using var stage = await MailStage.SetAsync(server, mail => (mail.Host, mail.From) = ("", null));

        await InviteAsync(stage);

        Assert.Empty(await stage.MailsAsync());
        Assert.False(stage.Portal.Get<UserInvitations>().AreSent);
    }

    private static async Task<int> InviteAsync(MailStage stage)
    {
        var keeper = await stage.AddAsync(PortalUser.RegisterAgency("ada@ats.example", "Ada Custode", Role.AgencyAdministrator));
        var invited = new UserRegistration("lia@ats.example", "Lia Operatrice", Role.AgencyOperator, null, new HashSet<Territory> { Territory.Lodi });
        return Assert.IsType<UserOutcome.Done>(await stage.Portal.Get<UserDesk>().InviteAsync(keeper.ToActor(), invited, Patience)).UserId;
    }

    private static async Task DisableAsync(MailStage stage, PortalUser user)
    {
        await using var context = await stage.Portal.OpenAsync();
        var stored = await context.Set<PortalUser>().SingleAsync(u => u.Id == user.Id, Patience);
        stored.Disable(stage.Portal.Clock.GetUtcNow().UtcDateTime);
        await context.SaveChangesAsync(Patience);
    }
}
