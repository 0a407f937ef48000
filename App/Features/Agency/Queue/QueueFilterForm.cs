using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>The filters as they are typed and chosen.</summary>
internal sealed class QueueFilterForm
{
    public string Site { get; set; } = "";

    /// <summary>The plesso that was chosen; null while only its name was typed.</summary>
    public int? SiteId { get; set; }

    public string Municipality { get; set; } = "";

    public SchoolType? Type { get; set; }

    public string ClassName { get; set; } = "";

    public string Section { get; set; } = "";

    public WaitingTime? Waiting { get; set; }

    public ReportGaps? Missing { get; set; }

    public AssigneeFilter? Assignee { get; set; }

    public string ReceivedFrom { get; set; } = "";

    public string ReceivedTo { get; set; } = "";

    public string AttendedFrom { get; set; } = "";

    public string AttendedTo { get; set; } = "";

    /// <summary>The form for a filter; the name of its plesso is the owner's to look up.</summary>
    public static QueueFilterForm Of(ReportFilter filter, PlaceRegister places)
    {
        var (className, section) = filter.ClassKey is { } key ? Parts(key) : ("", "");
        return new QueueFilterForm
        {
            Municipality = places.FindByCode(filter.MunicipalityCode)?.Label ?? "",
            Type = filter.SchoolType,
            ClassName = className,
            Section = section,
            Waiting = filter.Waiting,
            Missing = filter.Missing == ReportGaps.None ? null : filter.Missing,
            Assignee = filter.Assignee,
            ReceivedFrom = DayText.Of(filter.Received.From),
            ReceivedTo = DayText.Of(filter.Received.To),
            AttendedFrom = DayText.Of(filter.LastDayAttended.From),
            AttendedTo = DayText.Of(filter.LastDayAttended.To),
        };
    }

    /// <summary>Takes over what differs between the filter before and the one after; the rest stays as it is typed. The plesso is the owner's to look up.</summary>
    public void Follow(QueueFilterForm before, QueueFilterForm after)
    {
        Municipality = Followed(Municipality, before.Municipality, after.Municipality);
        Type = Followed(Type, before.Type, after.Type);
        (ClassName, Section) = Followed((ClassName, Section), (before.ClassName, before.Section), (after.ClassName, after.Section));
        Waiting = Followed(Waiting, before.Waiting, after.Waiting);
        Missing = Followed(Missing, before.Missing, after.Missing);
        Assignee = Followed(Assignee, before.Assignee, after.Assignee);
        (ReceivedFrom, ReceivedTo) = Followed((ReceivedFrom, ReceivedTo), (before.ReceivedFrom, before.ReceivedTo), (after.ReceivedFrom, after.ReceivedTo));
        (AttendedFrom, AttendedTo) = Followed((AttendedFrom, AttendedTo), (before.AttendedFrom, before.AttendedTo), (after.AttendedFrom, after.AttendedTo));
    }

    /// <summary>The filter that the form means, and what in it means nothing.</summary>
    /// <param name="state">The state is chosen above the list, not in the form.</param>
    public (ReportFilter Filter, QueueFilterErrors Errors) Read(AgencyState? state, PlaceRegister places, DateOnly today, IStringLocalizer<QueueTexts> Text)
    {
        var errors = new QueueFilterErrors();
        var municipality = IsBlank(Municipality) ? null : places.Resolve(Municipality);
        if (municipality is null && !IsBlank(Municipality))
        {
            errors = errors with { Municipality = Text["ErrorMunicipality"] };
        }

        if (SiteId is null && !IsBlank(Site))
        {
            errors = errors with { Site = Text["ErrorSite"] };
        }

        if (IsBlank(ClassName) != IsBlank(Section))
        {
            errors = errors with { Class = Text["ErrorClass"] };
        }

        var (receivedFrom, receivedTo) = (Day(ReceivedFrom, today), Day(ReceivedTo, today));
        var (attendedFrom, attendedTo) = (Day(AttendedFrom, today), Day(AttendedTo, today));
        errors = errors with
        {
            ReceivedFrom = DayError(ReceivedFrom, receivedFrom, null, Text),
            ReceivedTo = DayError(ReceivedTo, receivedTo, receivedFrom, Text),
            AttendedFrom = DayError(AttendedFrom, attendedFrom, null, Text),
            AttendedTo = DayError(AttendedTo, attendedTo, attendedFrom, Text),
        };
        var filter = new ReportFilter
        {
            State = state,
            SiteId = SiteId,
            MunicipalityCode = municipality?.Code,
            SchoolType = Type,
            ClassKey = IsBlank(ClassName) ? null : ClassKey.Of(ClassName, Section),
            Received = new DayRange(receivedFrom, receivedTo),
            LastDayAttended = new DayRange(attendedFrom, attendedTo),
            Waiting = Waiting,
            Missing = Missing ?? ReportGaps.None,
            Assignee = Assignee,
        };
        return (filter, errors);
    }

    /// <summary>A class and a section that make the key: the section may have a blank of its own.</summary>
    private static (string ClassName, string Section) Parts(string key)
    {
        var words = key.Split(' ');
        return Enumerable.Range(1, words.Length - 1)
            .Select(at => (string.Join(' ', words[..at]), string.Join(' ', words[at..])))
            .FirstOrDefault(parts => ClassKey.Of(parts.Item1, parts.Item2) == key, ("", ""));
    }

    private static T Followed<T>(T typed, T before, T after) => EqualityComparer<T>.Default.Equals(before, after) ? typed : after;

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    private static DateOnly? Day(string text, DateOnly today) => LenientDate.TryParse(text, today, out var day) ? day : null;

    private static string? DayError(string text, DateOnly? day, DateOnly? first, IStringLocalizer<QueueTexts> Text) =>
        day is null ? (IsBlank(text) ? null : Text["ErrorDay"].Value) : day < first ? Text["ErrorDaysBackwards"].Value : null;
}

/// <summary>What cannot be asked for, by field; null where all is well.</summary>
internal sealed record QueueFilterErrors
{
    public string? Site { get; init; }

    public string? Municipality { get; init; }

    public string? Class { get; init; }

    public string? ReceivedFrom { get; init; }

    public string? ReceivedTo { get; init; }

    public string? AttendedFrom { get; init; }

    public string? AttendedTo { get; init; }

    public bool IsNone => this == new QueueFilterErrors();
}
