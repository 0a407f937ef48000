using System.ComponentModel.DataAnnotations;
using CovidSchoolReporting.Infrastructure.Mail;

namespace CovidSchoolReporting.Tests.Infrastructure.Mail;

public sealed class MailOptionsTests
{
    [Fact]
    public void Validate_NothingSet_IsFineAndOff()
    {
        var options = new MailOptions();

        Assert.Empty(Faults(options));
        Assert.False(options.IsOn);
    }

    [Fact]
    public void Validate_ServerWithEncryption_IsFine() => Assert.Empty(Faults(Server()));

    public static TheoryData<string, Action<MailOptions>> WrongSettings => new()
    {
        { "Mail:From", o => o.From = "nessuno" },
        { "Mail:Account and Mail:Password", o => o.Account = "portale" },
        { "Mail:Security", o => o.Security = MailSecurity.None },
        { "Mail:Port", o => o.Port = 0 },
        { "Mail:LongestRetrySeconds", o => o.LongestRetrySeconds = 1 },
        { "without Mail:Host", o => o.Host = "" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void Validate_WrongSetting_IsNamed(string named, Action<MailOptions> change)
    {
        var options = Server();
        change(options);

        Assert.Contains(named, Assert.Single(Faults(options)).ErrorMessage, StringComparison.Ordinal);
    }

    private static MailOptions Server() => new() { Host = "mail.example", From = "portale@ats.example" };

    private static List<ValidationResult> Faults(MailOptions options) => [.. options.Validate(new ValidationContext(options))];
}
