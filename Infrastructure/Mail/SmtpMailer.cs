using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>Hands one notice to the mail server.</summary>
internal sealed class SmtpMailer(IOptions<MailOptions> options, TimeProvider time)
{
    /// <exception cref="MailRefusedException">The server will never take it as it is.</exception>
    /// <remarks>Any other exception means that it may be tried again.</remarks>
    public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var message = Write(letter, settings);
        using var client = new SmtpClient { Timeout = settings.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, SocketOptions(settings.Security), cancellationToken);
            if (!string.IsNullOrEmpty(settings.Account))
            {
                await client.AuthenticateAsync(settings.Account, settings.Password!, cancellationToken);
            }

            await client.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode >= 500 && refusal.ErrorCode
            is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            // The server's words may quote the address: only the number is kept.
            throw new MailRefusedException($"refused: SMTP {(int)refusal.StatusCode}", refusal);
        }

        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or ProtocolException or OperationCanceledException)
        {
            // The server has the notice; how the line ends is of no interest.
        }
    }

    private static SecureSocketOptions SocketOptions(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private MimeMessage Write(Letter letter, MailOptions settings)
    {
        var from = MailboxAddress.Parse(settings.From!);
        from.Name = "Portale Scuola ATS";
        var message = new MimeMessage
        {
            Date = time.GetUtcNow(),
            Subject = MailText.Subject(letter.Kind),
            MessageId = $"{letter.Key:N}@{settings.PortalAddress.Host}",
            Body = new TextPart("plain") { Text = MailText.Body(letter.Kind, settings.PortalAddress, letter.Digest) },
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(letter.To!));

        // RFC 3834: nobody's absence notice answers to a machine.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
