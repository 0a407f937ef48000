using System.Buffers.Binary;
using CovidSchoolReporting.App.Components.Lists;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>
/// The contact whose data a new case begins with, in the words of the address: <c>/casi/nuovo?dacaso=5&amp;dacontatto=12</c>. Only ids:
/// whose they are is asked of the database.
/// </summary>
public sealed record CaseStart(int CaseId, int ContactId)
{
    private const string CaseKey = "dacaso";
    private const string ContactKey = "dacontatto";

    /// <summary>The mark of the draft: the same contact begins the same new case, on another machine too.</summary>
    public Guid Mark
    {
        get
        {
            Span<byte> ids = stackalloc byte[16];
            BinaryPrimitives.WriteInt32BigEndian(ids, CaseId);
            BinaryPrimitives.WriteInt32BigEndian(ids[sizeof(int)..], ContactId);
            return new Guid(ids, bigEndian: true);
        }
    }

    public static string From(int caseId, int contactId) => $"/casi/nuovo?{CaseKey}={caseId}&{ContactKey}={contactId}";

    /// <summary>Null for an address that names no contact. One that cannot be read names nobody's.</summary>
    public static CaseStart? Read(string address)
    {
        var words = new AddressWords(address);
        return words.Word(CaseKey) is null && words.Word(ContactKey) is null
            ? null
            : new CaseStart(words.Number(CaseKey) ?? 0, words.Number(ContactKey) ?? 0);
    }
}
