using System.Security.Cryptography;
using System.Text;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>How headers are compared: the letters of their words, folded.</summary>
internal static class HeaderKeys
{
    /// <summary>Words that say nothing of a column's meaning. «A» and «il» do: «Nato a» is a place, «Nato il» a day.</summary>
    private static readonly HashSet<string> _fillers =
    [
        "AL", "ALLA", "CON", "D", "DA", "DEI", "DEL", "DELL", "DELLA", "DELLO", "DI", "E", "I", "L", "LA", "LE", "LO", "O", "OF", "THE", "AND",
    ];

    /// <summary>«Cod. Fisc.» gives COD FISC, «dataNascita» and «Data di nascita» DATA NASCITA, «Tel. 2» TEL.</summary>
    public static string Fold(string header)
    {
        var words = LatinLetters.SearchKey(WordsApart(header)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !_fillers.Contains(word)).ToArray();
        return string.Join(' ', telling.Length > 0 ? telling : words);
    }

    /// <summary>A digest of all headers in their order, 64 characters, of one length however many there are.</summary>
    public static string Of(IEnumerable<string> headers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', headers.Select(Fold)))));

    /// <summary>dataNascita has two words, and so has dell'alunno, although an apostrophe parts none in a person's name.</summary>
    private static string WordsApart(string header)
    {
        var apart = new StringBuilder(header.Length + 8);
        for (var i = 0; i < header.Length; i++)
        {
            if (i > 0 && char.IsUpper(header[i]) && char.IsLower(header[i - 1]))
            {
                apart.Append(' ');
            }

            apart.Append(header[i] is '\'' or '’' ? ' ' : header[i]);
        }

        return apart.ToString();
    }
}
