using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Retention;
using CovidSchoolReporting.Infrastructure.Schools;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>Calls what the administrator's pages call.</summary>
internal sealed class AdministrationWalk(AccessStage stage)
{
    private static readonly string[] _desks = [nameof(UserDesk), nameof(SchoolDesk), nameof(RetentionDesk), nameof(AuditDesk)];
    private static readonly CancellationToken _none = CancellationToken.None;

    public static bool Knows(string command) => _desks.Contains(command.Split('.')[0]);

    public Task<object?> CallAsync(string command, Actor actor, Subject subject) => command.Split('.')[0] switch
    {
        nameof(UserDesk) => UserAsync(command, actor, subject.User),
        nameof(SchoolDesk) => SchoolAsync(command, actor, subject),
        nameof(RetentionDesk) => RetentionAsync(command, actor),
        _ => AuditAsync(command, actor),
    };

    private async Task<object?> SchoolAsync(string command, Actor actor, Subject subject)
    {
        var desk = stage.Portal.Get<SchoolDesk>();
        var draft = new SchoolDraft("", "Nido di prova", "", "Nido di prova", SchoolType.Nursery, "Lodi (LO)");
        return command switch
        {
            "SchoolDesk.ListAsync" => (await desk.ListAsync(actor, new SchoolListRequest(), _none)).Rows.Count > 0,
            "SchoolDesk.AddAsync" => await desk.AddAsync(actor, draft, _none),
            "SchoolDesk.FindAsync" => await desk.FindAsync(actor, subject.Institute, _none),
            "SchoolDesk.RenameAsync" => await desk.RenameAsync(actor, subject.Institute, "Istituto di prova", (await desk.FindAsync(actor, subject.Institute, _none))?.Name ?? "", _none),
            "SchoolDesk.SaveSiteAsync" => await desk.SaveSiteAsync(actor, subject.Institute, null, draft, _none),
            "SchoolDesk.CloseSiteAsync" => await desk.CloseSiteAsync(actor, subject.Institute, subject.Site, close: true, _none),
            _ => throw new InvalidOperationException($"The walk knows no command '{command}'."),
        };
    }

    private async Task<object?> RetentionAsync(string command, Actor actor)
    {
        var desk = stage.Portal.Get<RetentionDesk>();
        return command switch
        {
            "RetentionDesk.OverviewAsync" => await desk.OverviewAsync(actor, _none),
            "RetentionDesk.AnnouncedAsync" => await stage.WithAnnouncedRemovalAsync(() => desk.AnnouncedAsync(actor, _none)),
            "RetentionDesk.AnnounceAsync" => await desk.AnnounceAsync(actor, _none),
            "RetentionDesk.CallOffAsync" => await desk.CallOffAsync(actor, _none),
            "RetentionDesk.RemoveAsync" => await desk.RemoveAsync(actor, _none),
            _ => throw new InvalidOperationException($"The walk knows no command '{command}'."),
        };
    }

    private async Task<object?> AuditAsync(string command, Actor actor)
    {
        var desk = stage.Portal.Get<AuditDesk>();
        return command switch
        {
            "AuditDesk.FindPeopleAsync" => (await desk.FindPeopleAsync(actor, AccessStage.CalvinoDraft().Surname, _none)).Count > 0,
            "AuditDesk.FindPersonAsync" => await desk.FindPersonAsync(actor, stage.Subjects.Own.Case, null, _none),
            "AuditDesk.ListAsync" => (await desk.ListAsync(actor, new AuditListRequest(), _none)).Rows.Count > 0,
            "AuditDesk.ExportAsync" => await desk.ExportAsync(actor, new AuditListRequest(), _none),
            _ => throw new InvalidOperationException($"The walk knows no command '{command}'."),
        };
    }

    private async Task<object?> UserAsync(string command, Actor actor, int user)
    {
        var desk = stage.Portal.Get<UserDesk>();
        var registration = new UserRegistration($"{Guid.NewGuid():N}@ats.example", "Prova", Role.AgencyOperator, null, new HashSet<Territory> { Territory.Lodi });
        switch (command)
        {
            case "UserDesk.ListAsync":
                return (await desk.ListAsync(actor, new UserListRequest(), _none)).Rows.Count > 0;
            case "UserDesk.InstitutesAsync":
                return (await desk.InstitutesAsync(actor, "Calvino", _none)).Count > 0;
            case "UserDesk.InviteAsync":
                return await desk.InviteAsync(actor, registration, _none);
            case "UserDesk.FindAsync":
                return await desk.FindAsync(actor, user, _none);
            case "UserDesk.AmendAsync":
                return await desk.AmendAsync(actor, user, 0, registration, _none);
            case "UserDesk.DisableAsync":
                return await desk.DisableAsync(actor, user, _none);
            case "UserDesk.EnableAsync":
                return await desk.EnableAsync(actor, user, _none);
            case "UserDesk.NewPasswordAsync":
                return await desk.NewPasswordAsync(actor, user, session: null, _none);
            default:
                throw new InvalidOperationException($"The walk knows no command '{command}'.");
        }
    }
}
