using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>
/// A mail server on this machine that speaks as much of SMTP (RFC 5321, with AUTH PLAIN) as a client needs, keeps what it takes, and can be
/// told to refuse.
/// </summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Channel<MimeMessage> _taken = Channel.CreateUnbounded<MimeMessage>();
    private readonly Task _running;

    public SmtpListener()
    {
        _listener.Start();
        _running = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it says to a recipient: «550 unknown», «451 later»; null takes them.</summary>
    public string? AnswerToRecipient { get; set; }

    /// <summary>Account and password that it asks for; null for none.</summary>
    public (string Account, string Password)? Credentials { get; init; }

    /// <summary>How many clients have come.</summary>
    public int Calls { get; private set; }

    /// <summary>The next message that it took.</summary>
    public async Task<MimeMessage> NextAsync(CancellationToken cancellationToken) => await _taken.Reader.ReadAsync(cancellationToken);

    /// <summary>The messages that it has taken and nobody has read.</summary>
    public IReadOnlyList<MimeMessage> Left()
    {
        var left = new List<MimeMessage>();
        while (_taken.Reader.TryRead(out var message))
        {
            left.Add(message);
        }

        return left;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _running;
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Calls++;
                await TalkAsync(client.GetStream());
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    private async Task TalkAsync(NetworkStream line)
    {
        using var reader = new StreamReader(line, Encoding.Latin1);
        await using var writer = new StreamWriter(line, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 localhost ready");
        var isKnown = Credentials is null;
        while (await reader.ReadLineAsync(_end.Token) is { } command)
        {
            switch (command.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync(Credentials is null ? "250 localhost" : "250-localhost\r\n250 AUTH PLAIN");
                    break;
                case "AUTH":
                    isKnown = command == $"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{Credentials?.Account}\0{Credentials?.Password}"))}";
                    await writer.WriteLineAsync(isKnown ? "235 welcome" : "535 who are you");
                    break;
                case "RCPT" when AnswerToRecipient is { } answer:
                    await writer.WriteLineAsync(answer);
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await TakeAsync(reader);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync(isKnown ? "250 ok" : "530 sign in first");
                    break;
            }
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } row && row != ".")
        {
            text.Append(row.StartsWith("..", StringComparison.Ordinal) ? row[1..] : row).Append("\r\n");
        }

        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        await _taken.Writer.WriteAsync(await MimeMessage.LoadAsync(bytes, _end.Token));
    }
}
