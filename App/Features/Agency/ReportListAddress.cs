using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Agency;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>The words of the list's address: <c>/ats/casi?stato=ricevuti&amp;dopo=12</c>.</summary>
public static class ReportListAddress
{
    public const string StateKey = "stato";
    public const string AfterKey = "dopo";
    public const string BeforeKey = "prima";

    private const string List = "/ats/casi";
    private const string Received = "ricevuti";
    private const string TakenInCharge = "in-carico";

    /// <summary>Reads an address; a word that it does not know means the default.</summary>
    public static ReportListRequest Read(string address)
    {
        var words = new AddressWords(address);
        return new ReportListRequest(
            State: words.Word(StateKey) switch { Received => AgencyState.Received, TakenInCharge => AgencyState.TakenInCharge, _ => null },
            Anchor: words.Anchor(AfterKey, BeforeKey));
    }

    public static string Of(ReportListRequest request)
    {
        string[] words =
        [
            .. request.State is { } state ? [$"{StateKey}={(state == AgencyState.Received ? Received : TakenInCharge)}"] : Array.Empty<string>(),
            .. request.Anchor is { } anchor ? [$"{(anchor.Backwards ? BeforeKey : AfterKey)}={anchor.Id}"] : Array.Empty<string>(),
        ];
        return words.Length == 0 ? List : $"{List}?{string.Join('&', words)}";
    }

    /// <summary>The address of one report.</summary>
    public static string Of(int reportId) => $"{List}/{reportId}";
}
