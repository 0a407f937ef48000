using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CovidSchoolReporting.Domain.Delivery;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>
/// The way to the agency's own server: one signed POST for each try. The wire format is told in <c>docs/agency-gateway.md</c>.
/// </summary>
internal sealed class HttpAgencyGateway(HttpClient client, IOptions<DeliveryOptions> options, TimeProvider time) : IAgencyGateway
{
    /// <summary>An answer is two short fields: a longer one is not read.</summary>
    public const int LongestAnswer = 16 * 1024;

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.Secret ?? "");

    public async Task<Receipt> DeliverAsync(Guid key, CaseReport report, CancellationToken cancellationToken)
    {
        using var request = Sign(key, JsonSerializer.SerializeToUtf8Bytes(report, ReportJson.Options));
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeliveryFailedException("no answer in time", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new DeliveryFailedException($"connection: {exception.HttpRequestError}", exception);
        }
    }

    private static async Task<Receipt> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
        {
            throw new DeliveryRefusedException($"refused: HTTP {status}");
        }

        // 409: the agency has it from an earlier try whose answer was lost on the way.
        if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.Conflict)
        {
            throw new DeliveryFailedException($"HTTP {status}");
        }

        try
        {
            var answer = JsonSerializer.Deserialize<Answer>(
                await response.Content.ReadAsByteArrayAsync(cancellationToken), ReportJson.Options);
            return answer is { ReceivedAt: { Kind: not DateTimeKind.Unspecified } at } && Receipt.IsNumber(answer.ProtocolNumber)
                ? new Receipt(answer.ProtocolNumber!, at.ToUniversalTime())
                : throw new DeliveryFailedException($"HTTP {status} without a receipt");
        }
        catch (JsonException exception)
        {
            throw new DeliveryFailedException($"HTTP {status} without a receipt", exception);
        }
    }

    private HttpRequestMessage Sign(Guid key, byte[] body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. body];
        var signature = HMACSHA256.HashData(_secret, signed);
        return new HttpRequestMessage(HttpMethod.Post, options.Value.EndpointUri)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers =
            {
                { "Idempotency-Key", key.ToString() },
                { "X-Signature-Timestamp", timestamp },
                { "X-Signature", $"sha256={Convert.ToHexStringLower(signature)}" },
            },
        };
    }

    private sealed record Answer(string? ProtocolNumber, DateTime? ReceivedAt);
}
