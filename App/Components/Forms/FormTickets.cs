using System.Security.Cryptography;
using System.Text.Json;
using CovidSchoolReporting.Domain.Drafts;
using Microsoft.AspNetCore.DataProtection;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>
/// What a page shows when it hands in its fields by itself: that this very user was given this very form to write in.
/// </summary>
/// <param name="Tab">The form on the screen.</param>
/// <param name="Version">The draft's version when the form was shown, 0 for none.</param>
/// <param name="Revision">The revision of the case or contact that the form showed, 0 for a new one.</param>
/// <param name="RequestKey">
/// With what the form is saved. What is handed in after a save whose answer was lost is the same case or contact, and not a second
/// one. Empty for lists.
/// </param>
/// <param name="Address">Where the form goes on, when the draft alone does not tell.</param>
public sealed record FormTicket(int UserId, int InstituteId, DraftKey Key, Guid Tab, int Version, int Revision, Guid RequestKey = default, string? Address = null);

/// <summary>Seals tickets, with keys that outlive the process: a page may come back to another one than it came from.</summary>
public sealed class FormTickets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("CovidSchoolReporting.FormTickets.v1");

    public string Seal(FormTicket ticket) => _protector.Protect(JsonSerializer.Serialize(ticket));

    /// <returns>Null when the portal never sealed it.</returns>
    public FormTicket? Open(string ticket)
    {
        try
        {
            return JsonSerializer.Deserialize<FormTicket>(_protector.Unprotect(ticket));
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
