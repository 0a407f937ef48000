using System.Security.Cryptography;
using System.Text;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>How headers are compared: letters and digits only, folded.</summary>
internal static class HeaderKeys
{
    /// <summary>«Cod. Fisc.» gives COD FISC, «Data di nascita» DATA DI NASCITA, «Tel. 2» TEL.</summary>
    public static string Fold(string header) => LatinLetters.SearchKey(header);

    /// <summary>A digest of all headers in their order, 64 characters, of one length however many there are.</summary>
    public static string Of(IEnumerable<string> headers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', headers.Select(Fold)))));
}
