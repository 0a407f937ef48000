using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using Microsoft.AspNetCore.DataProtection;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>
/// Where the next page begins, sealed: a client cannot read it, make one, or use it for another query than the one whose answer
/// brought it. It does not grow old.
/// </summary>
internal sealed class PageTokens(IDataProtectionProvider protection)
{
    private const char Separator = ';';

    private readonly IDataProtector _protector = protection.CreateProtector("CovidSchoolReporting.Api.PageToken.v1");

    /// <summary>A query is what is read, by whom, and since when. The size of the page may change on the way.</summary>
    public static string Query(string what, ApiClient client, DateTime? updatedSince) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}|{client.Id}|{updatedSince:O}");

    public string Write(string query, FeedPosition position) => Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{position.Change}{Separator}{position.Contact}{Separator}{query}"))));

    /// <summary>The place in the feed.</summary>
    /// <param name="isForeign">True when the token is one of the portal's, but of another query.</param>
    /// <returns>Null when it cannot be used.</returns>
    public FeedPosition? Read(string query, string token, out bool isForeign)
    {
        isForeign = false;
        try
        {
            var parts = Encoding.UTF8.GetString(_protector.Unprotect(Base64Url.DecodeFromChars(token))).Split(Separator, 3);
            isForeign = parts[2] != query;
            return isForeign ? null : new FeedPosition(
                long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
