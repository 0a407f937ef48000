using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CovidSchoolReporting.Domain.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>
/// An agency's server as docs/agency-gateway.md asks for, on a real socket: it verifies the signature, keeps one report for each key,
/// and misbehaves as the test says, call by call.
/// </summary>
public sealed class AgencyStub : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-test-with-32-chars-or-more";

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();
    private readonly Lock _register = new();

    private AgencyStub(WebApplication server) => _server = server;

    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>One entry for each report that the agency keeps.</summary>
    public ConcurrentDictionary<Guid, Receipt> Reports { get; } = new();

    public ConcurrentQueue<string> Bodies { get; } = new();

    public ConcurrentQueue<string> Refusals { get; } = new();

    public int Calls { get; private set; }

    public static async Task<AgencyStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var stub = new AgencyStub(server);
        server.MapPost("/casi", stub.AnswerAsync);
        await server.StartAsync();
        stub.Address = new Uri($"{server.Urls.Single()}/casi");
        return stub;
    }

    /// <summary>What to do at the next call that has none yet; afterwards it answers well.</summary>
    public AgencyStub Then(Func<HttpContext, Task> act)
    {
        _script.Enqueue(act);
        return this;
    }

    public AgencyStub ThenStatus(int status, string body = "") => Then(http => WriteAsync(http, status, body));

    /// <summary>Registers the report as it should, and then breaks the connection instead of answering.</summary>
    public AgencyStub ThenLoseTheAnswer() => Then(http =>
    {
        Register(http);
        http.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Says what it has said before with 409, as a server may that tells a repetition apart.</summary>
    public AgencyStub ThenConflict() => Then(http => WriteAsync(http, 409, Json(Register(http))));

    public AgencyStub ThenHang(Task until) => Then(http => until.WaitAsync(http.RequestAborted));

    public static Task WriteAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static string Json(Receipt receipt) =>
        $$"""{ "protocolNumber": "{{receipt.ProtocolNumber}}", "receivedAt": "{{receipt.ReceivedAt:yyyy-MM-ddTHH:mm:ssZ}}" }""";

    private static bool IsSigned(HttpContext http, string body)
    {
        var timestamp = http.Request.Headers["X-Signature-Timestamp"].ToString();
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        return http.Request.Headers["X-Signature"] == $"sha256={Convert.ToHexStringLower(expected)}"
            && long.TryParse(timestamp, CultureInfo.InvariantCulture, out _);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Calls++;
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        if (!IsSigned(http, body))
        {
            Refusals.Enqueue("signature");
            await WriteAsync(http, 401, "");
            return;
        }

        Bodies.Enqueue(body);
        if (_script.TryDequeue(out var act))
        {
            await act(http);
            return;
        }

        await WriteAsync(http, 201, Json(Register(http)));
    }

    private Receipt Register(HttpContext http)
    {
        var key = Guid.Parse(http.Request.Headers["Idempotency-Key"].ToString());
        lock (_register)
        {
            return Reports.GetOrAdd(key, _ => new Receipt(
                Receipt.Number(2020, Reports.Count + 1), new DateTime(2020, 11, 25, 10, 0, 0, DateTimeKind.Utc)));
        }
    }
}
