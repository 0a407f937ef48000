using System.Globalization;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>The words of the addresses of «Focolai»: <c>/ats/focolai?stato=chiusi&amp;comune=F205&amp;dopo=12</c>.</summary>
public static class ClusterAddress
{
    public const string Page = "/ats/focolai";

    private const string State = "stato", Site = "plesso", Place = "comune", After = "dopo", Before = "prima", All = "tutti";

    /// <summary>A code of the Belfiore list.</summary>
    private const int PlaceLength = 4;

    /// <summary>Reads an address; a word that it does not know means the default.</summary>
    public static ClusterListRequest Read(string address)
    {
        var words = new AddressWords(address);
        var state = words.Word(State);
        return new ClusterListRequest(
            Enum.GetValues<ClusterState>().Where(known => WordOf(known) == state).Select(known => (ClusterState?)known).FirstOrDefault(),
            state == All,
            words.Anchor(After, Before),
            words.Number(Site),
            words.Word(Place) is { Length: PlaceLength } code ? code.ToUpperInvariant() : null);
    }

    public static string Of(ClusterListRequest request)
    {
        string?[] words =
        [
            request.State is { } state ? $"{State}={WordOf(state)}" : request.Closed ? $"{State}={All}" : null,
            request.SiteId is { } site ? $"{Site}={site.ToString(CultureInfo.InvariantCulture)}" : null,
            request.MunicipalityCode is { } code ? $"{Place}={Uri.EscapeDataString(code)}" : null,
            request.Anchor is { } anchor ? $"{(anchor.Backwards ? Before : After)}={anchor.Id}" : null,
        ];
        var query = string.Join('&', words.OfType<string>());
        return query.Length == 0 ? Page : $"{Page}?{query}";
    }

    /// <summary>The address of one cluster.</summary>
    public static string Of(int clusterId) => $"{Page}/{clusterId}";

    private static string WordOf(ClusterState state) => state switch
    {
        ClusterState.Watched => "sorvegliati",
        ClusterState.Closed => "chiusi",
        _ => "nuovi",
    };
}
