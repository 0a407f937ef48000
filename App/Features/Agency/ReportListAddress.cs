using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Lists;

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
    public static ReportListRequest Read(string? state, int? after, int? before) => new(
        State: state switch { Received => AgencyState.Received, TakenInCharge => AgencyState.TakenInCharge, _ => null },
        Anchor: PageAnchor.Of(after, before));

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
