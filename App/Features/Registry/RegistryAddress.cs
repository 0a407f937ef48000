using System.Globalization;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Infrastructure.Audit;

namespace CovidSchoolReporting.App.Features.Registry;

/// <summary>The words of the audit's address: <c>/ats/registro?caso=12&amp;dal=2020-11-01&amp;dopo=900</c>. Ids and days, never a name.</summary>
public static class RegistryAddress
{
    public const string CaseKey = "caso";
    public const string ContactKey = "contatto";
    public const string UserKey = "utente";
    public const string FromKey = "dal";
    public const string ToKey = "al";
    public const string AfterKey = "dopo";
    public const string BeforeKey = "prima";

    /// <summary>The address of the file.</summary>
    public const string Export = "/ats/registro/esporta.csv";

    private const string List = "/ats/registro";
    private const string Day = "yyyy-MM-dd";

    /// <summary>Reads an address; what cannot be read is as if it were not there.</summary>
    public static AuditListRequest Read(string address)
    {
        var words = new AddressWords(address);
        return new AuditListRequest(
            words.Number(CaseKey), words.Number(CaseKey) is null ? null : ContactOf(words.Word(ContactKey)), words.Number(UserKey),
            DayOf(words.Word(FromKey)), DayOf(words.Word(ToKey)), words.Anchor(AfterKey, BeforeKey));
    }

    public static string Of(AuditListRequest request) => List + Query(request);

    /// <summary>The address of the same entries as a file.</summary>
    public static string ExportOf(AuditListRequest request) => Export + Query(request with { Anchor = null });

    private static string Query(AuditListRequest request)
    {
        (string Key, string? Value)[] words =
        [
            (CaseKey, Text(request.CaseId)),
            (ContactKey, Text(request.ContactId)),
            (UserKey, Text(request.UserId)),
            (FromKey, request.From?.ToString(Day, CultureInfo.InvariantCulture)),
            (ToKey, request.To?.ToString(Day, CultureInfo.InvariantCulture)),
            (request.Anchor is { Backwards: true } ? BeforeKey : AfterKey, Text(request.Anchor?.Id)),
        ];
        var query = string.Join('&', words.Where(word => word.Value is not null).Select(word => $"{word.Key}={word.Value}"));
        return query.Length == 0 ? "" : $"?{query}";
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Below zero for a contact that an integrazione added.</summary>
    private static int? ContactOf(string? word) =>
        int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static DateOnly? DayOf(string? word) =>
        DateOnly.TryParseExact(word, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
