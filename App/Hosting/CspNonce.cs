using System.Security.Cryptography;

namespace CovidSchoolReporting.App.Hosting;

/// <summary>The nonce of a request: what the Content-Security-Policy lets run besides the portal's own script files.</summary>
public static class CspNonce
{
    private const int Bytes = 16;
    private static readonly object Key = new();

    /// <summary>The same value for the whole request.</summary>
    public static string GetCspNonce(this HttpContext context)
    {
        if (context.Items[Key] is string known)
        {
            return known;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        context.Items[Key] = nonce;
        return nonce;
    }
}
