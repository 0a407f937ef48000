using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Infrastructure.Mail;

public static class MailServices
{
    /// <summary>
    /// Sends notices by e-mail when the section <c>Mail</c> names a server. Needs the persistence, the live updates, a <c>PortalClock</c>
    /// and a <c>TimeProvider</c>.
    /// </summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<MailOutbox>();
        services.AddSingleton<SmtpMailer>();
        services.AddHostedService<MailWorker>();
        return services;
    }

    /// <summary>What prepares notices: it belongs to the stores that save what they tell of.</summary>
    internal static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SchoolNotices>();
        services.AddSingleton<UserInvitations>();
        return services;
    }
}
