using System.Globalization;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>
/// The words of the list's address: <c>/ats/casi?stato=ricevuti&amp;comune=F205&amp;dopo=12</c>. They name conditions, never a person; they
/// are what a saved view keeps, so a word that was given once keeps its meaning.
/// </summary>
public static class ReportListAddress
{
    /// <summary>The list as the operator wants to find it: their default view, or everything.</summary>
    public const string Home = "/ats/casi";

    private const string StateKey = "stato", OrderKey = "ordina", DirectionKey = "verso", AfterKey = "dopo", BeforeKey = "prima", FromStateKey = "da";
    private const string SiteKey = "plesso", MunicipalityKey = "comune", TypeKey = "tipo", ClassWord = "classe";
    private const string ReceivedFromKey = "dal", ReceivedToKey = "al";
    private const string AttendedFromKey = "frequenza-dal", AttendedToKey = "frequenza-al";
    private const string WaitingKey = "attesa", MissingKey = "manca", AssigneeKey = "assegnati";
    private const string Ascending = "asc", Descending = "desc", Everything = "tutti", DayFormat = "yyyy-MM-dd";

    /// <summary>A code of the Belfiore list.</summary>
    private const int MunicipalityCodeLength = 4;

    private static readonly (ReportOrder Value, string Word)[] Orders =
    [
        (ReportOrder.Received, "ricevimento"), (ReportOrder.State, "stato"), (ReportOrder.LastDay, "giorno"),
        (ReportOrder.School, "scuola"), (ReportOrder.Surname, "cognome"),
    ];

    private static readonly (AgencyState Value, string Word)[] States =
    [
        (AgencyState.Received, "ricevuti"), (AgencyState.TakenInCharge, "in-carico"),
        (AgencyState.MeasuresIssued, "provvedimento"), (AgencyState.Concluded, "conclusi"),
    ];

    private static readonly (SchoolType Value, string Word)[] Types =
    [
        (SchoolType.Nursery, "nido"), (SchoolType.Kindergarten, "infanzia"), (SchoolType.Primary, "primaria"),
        (SchoolType.LowerSecondary, "secondaria-1"), (SchoolType.UpperSecondary, "secondaria-2"), (SchoolType.VocationalTraining, "cfp"),
    ];

    private static readonly (WaitingTime Value, string Word)[] Waitings =
        [(WaitingTime.OneDay, "24"), (WaitingTime.TwoDays, "48"), (WaitingTime.ThreeDays, "72")];

    private static readonly (ReportGaps Value, string Word)[] Gaps =
    [
        (ReportGaps.FiscalCode, "codice-fiscale"), (ReportGaps.SwabDate, "tampone"), (ReportGaps.Contacts, "contatti"),
        (ReportGaps.All, "qualcosa"),
    ];

    /// <summary>Nothing is asked for, not even everything.</summary>
    public static bool IsHome(string address) => !address.Contains('?', StringComparison.Ordinal);

    /// <summary>Reads an address; a word that it does not know means the default.</summary>
    public static ReportListRequest Read(string address)
    {
        var words = new AddressWords(address);
        var order = ValueOf(Orders, words.Word(OrderKey)) ?? ReportOrder.Received;
        return new ReportListRequest(Anchor: Place(words, order))
        {
            Order = order,
            Descending = words.Word(DirectionKey) switch { Ascending => false, Descending => true, _ => order.StartsDescending() },
            Filter = new ReportFilter
            {
                State = ValueOf(States, words.Word(StateKey)),
                SiteId = words.Number(SiteKey),
                MunicipalityCode = words.Word(MunicipalityKey) is { Length: MunicipalityCodeLength } code ? code.ToUpperInvariant() : null,
                SchoolType = ValueOf(Types, words.Word(TypeKey)),
                ClassKey = words.Word(ClassWord) is { Length: > 0 and <= ClassKey.MaxLength } key ? key : null,
                Received = Days(words, ReceivedFromKey, ReceivedToKey),
                LastDayAttended = Days(words, AttendedFromKey, AttendedToKey),
                Waiting = ValueOf(Waitings, words.Word(WaitingKey)),
                Missing = ValueOf(Gaps, words.Word(MissingKey)) ?? ReportGaps.None,
                Assignee = words.Word(AssigneeKey) switch
                {
                    "a-me" => AssigneeFilter.Me,
                    "a-nessuno" => AssigneeFilter.Nobody,
                    _ => words.Number(AssigneeKey) is { } user ? AssigneeFilter.Colleague(user) : null,
                },
            },
        };
    }

    public static string Of(ReportListRequest request)
    {
        var place = request.Anchor is { } anchor ? $"&{(anchor.Backwards ? BeforeKey : AfterKey)}={anchor.Id}" : "";
        var state = request is { Order: ReportOrder.State, Anchor.Key: { } key } ? $"&{FromStateKey}={WordOf(States, (AgencyState)key)}" : "";
        return Of(Words(request)) + place + state;
    }

    /// <summary>The first page of the list of a saved view.</summary>
    public static string Of(string words) => $"{Home}?{words}";

    /// <summary>What is asked for, without the place in the list. Everything has a word too: no word at all means the default view.</summary>
    public static string Words(ReportListRequest request)
    {
        var filter = request.Filter;
        List<(string Key, string? Word)> words =
        [
            (StateKey, WordOf(States, filter.State)),
            (OrderKey, request.Order == ReportOrder.Received ? null : WordOf(Orders, request.Order)),
            (DirectionKey, request.Descending == request.Order.StartsDescending() ? null : request.Descending ? Descending : Ascending),
            (SiteKey, filter.SiteId?.ToString(CultureInfo.InvariantCulture)),
            (MunicipalityKey, filter.MunicipalityCode),
            (TypeKey, WordOf(Types, filter.SchoolType)),
            (ClassWord, filter.ClassKey),
            (ReceivedFromKey, Day(filter.Received.From)),
            (ReceivedToKey, Day(filter.Received.To)),
            (AttendedFromKey, Day(filter.LastDayAttended.From)),
            (AttendedToKey, Day(filter.LastDayAttended.To)),
            (WaitingKey, WordOf(Waitings, filter.Waiting)),
            (MissingKey, filter.Missing == ReportGaps.None ? null : WordOf(Gaps, filter.Missing)),
            (AssigneeKey, filter.Assignee switch
            {
                null => null,
                { Kind: AssigneeKind.Me } => "a-me",
                { Kind: AssigneeKind.Nobody } => "a-nessuno",
                { UserId: var user } => user.ToString(CultureInfo.InvariantCulture),
            }),
        ];
        var given = words.Where(word => word.Word is not null).Select(word => $"{word.Key}={Uri.EscapeDataString(word.Word!)}").ToList();
        return given.Count == 0 ? $"{StateKey}={Everything}" : string.Join('&', given);
    }

    /// <summary>The address of one report.</summary>
    public static string Of(int reportId) => $"{Home}/{reportId}";

    private static PageAnchor? Place(AddressWords words, ReportOrder order) =>
        words.Anchor(AfterKey, BeforeKey) is { } anchor && order is ReportOrder.State
            ? anchor with { Key = (int?)ValueOf(States, words.Word(FromStateKey)) }
            : words.Anchor(AfterKey, BeforeKey);

    private static T? ValueOf<T>((T Value, string Word)[] known, string? word)
        where T : struct
    {
        var found = Array.FindIndex(known, one => one.Word == word);
        return found < 0 ? null : known[found].Value;
    }

    private static string? WordOf<T>((T Value, string Word)[] known, T? value)
        where T : struct => value is { } given ? known.First(one => one.Value.Equals(given)).Word : null;

    private static DayRange Days(AddressWords words, string from, string to) => new(Day(words.Word(from)), Day(words.Word(to)));

    private static DateOnly? Day(string? word) =>
        DateOnly.TryParseExact(word, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Day(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);
}
