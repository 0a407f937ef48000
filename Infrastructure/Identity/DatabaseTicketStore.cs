using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>Keeps the tickets of the cookie handler in the database: the cookie stays small, and a session can be taken away.</summary>
public sealed class DatabaseTicketStore(SessionStore sessions, IDataProtectionProvider protection) : ITicketStore
{
    private const int KeyBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("CovidSchoolReporting.UserSessions.v1");

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(ticket.Principal.FindFirst(PortalClaims.SessionId)!.Value);
        var userId = int.Parse(ticket.Principal.FindFirst(PortalClaims.UserId)!.Value, CultureInfo.InvariantCulture);
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        await sessions.OpenAsync(id, userId, key, _protector.Protect(TicketSerializer.Default.Serialize(ticket)), cancellationToken);
        return key;
    }

    /// <summary>Never called: limits do not slide in the ticket, and each sign-in gets a key of its own.</summary>
    /// <exception cref="NotSupportedException">Always: a key that outlives its sign-in would let a planted cookie become a session.</exception>
    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        throw new NotSupportedException("A session is never carried over to another sign-in.");

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        if (await sessions.FindTicketAsync(key, cancellationToken) is not { } sealedTicket)
        {
            return null;
        }

        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(sealedTicket));
        }
        catch (CryptographicException)
        {
            return null; // The protection keys were replaced: the session is over, and the user signs in again.
        }
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    /// <summary>Not given up half-way: whoever signs out and closes the tab at once is signed out.</summary>
    public Task RemoveAsync(string key, CancellationToken cancellationToken) => sessions.EndAsync(key, CancellationToken.None);
}
