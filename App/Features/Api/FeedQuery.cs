using System.ComponentModel;
using System.Globalization;
using CovidSchoolReporting.Domain.Agency;
using Microsoft.AspNetCore.Mvc;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>The part of an address after the question mark, as it was written: read here, so that what is wrong is named.</summary>
internal sealed record FeedQuery
{
    public const int DefaultLimit = 100, HighestLimit = 500;

    private const string UpdatedSinceName = "updatedSince", PageTokenName = "pageToken", LimitName = "limit";
    private static readonly string[] Names = [UpdatedSinceName, PageTokenName, LimitName];
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    [FromQuery(Name = UpdatedSinceName)]
    [Description("Only what changed at this instant or later: ISO 8601 with Z or an offset, whose plus sign is written %2B in an address.")]
    public string? UpdatedSince { get; init; }

    [FromQuery(Name = PageTokenName)]
    [Description("The nextPageToken of an answer to the same query: reads on from there.")]
    public string? PageToken { get; init; }

    [FromQuery(Name = LimitName)]
    [Description("Rows of a page, from 1 to 500.")]
    public string? Limit { get; init; }

    /// <summary>What is asked for.</summary>
    /// <param name="what">The feed that is read; a page token of another one is refused.</param>
    /// <returns>The request, or the problem to answer with.</returns>
    public (FeedRequest? Request, string Query, IResult? Problem) Read(HttpContext context, PageTokens tokens, string what, bool withContacts = false)
    {
        if (context.Request.Query.Keys.FirstOrDefault(key => !Names.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            return Refused("unknown-parameter", unknown, $"There is no such parameter. Known are {string.Join(", ", Names)}.");
        }

        var limit = DefaultLimit;
        if (Limit is not null
            && (!int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > HighestLimit))
        {
            return Refused("malformed-parameter", LimitName, $"It is not a whole number from 1 to {HighestLimit}.");
        }

        DateTime? since = null;
        if (UpdatedSince is not null)
        {
            if (!TryReadInstant(UpdatedSince, out var instant))
            {
                return Refused(
                    "malformed-parameter", UpdatedSinceName,
                    "It is not an instant like 2020-11-25T09:00:00Z or 2020-11-25T10:00:00%2B01:00: date, time of day, and Z or an offset.");
            }

            since = instant;
        }

        var query = PageTokens.Query(what, ApiGate.ClientOf(context), since);
        if (PageToken is null)
        {
            return (new FeedRequest(default, since, limit, withContacts), query, null);
        }

        return tokens.Read(query, PageToken, out var isForeign) is { } after
            ? (new FeedRequest(after, since, limit, withContacts), query, null)
            : isForeign
                ? Refused("page-token-of-another-query", PageTokenName, "The page token belongs to another query: ask as you did when you got it, or without one.")
                : Refused("malformed-parameter", PageTokenName, "It is not a page token of this portal.");
    }

    private static bool TryReadInstant(string text, out DateTime instant)
    {
        // Without Z or offset the parser would take the machine's own time zone.
        var isRead = DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && (text[^1] == 'Z' || text[^6] is '+' or '-');
        instant = read.UtcDateTime;
        return isRead;
    }

    private static (FeedRequest?, string, IResult?) Refused(string kind, string parameter, string detail) =>
        (null, "", ApiProblem.BadParameter(kind, parameter, $"{parameter}: {detail}"));
}
