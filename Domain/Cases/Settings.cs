using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>A plesso of one's own institute, offered for choice.</summary>
public sealed record SiteChoice(int Id, string Name, SchoolType Type, Municipality Municipality);

/// <summary>What the rules of a case must know beside the draft: the plessi of the institute that reports it.</summary>
public sealed record CaseSetting(IReadOnlyList<SiteChoice> Sites)
{
    /// <summary>The registered plesso that a typed name and comune mean, or null.</summary>
    public SiteChoice? Find(string schoolName, Municipality? municipality)
    {
        var key = People.LatinLetters.SearchKey(schoolName);
        return Sites.FirstOrDefault(site =>
            People.LatinLetters.SearchKey(site.Name) == key && site.Municipality == municipality);
    }
}

/// <summary>What the rules of a contact must know beside the draft: the case that it belongs to, and the contacts it has already.</summary>
/// <param name="Window">Null while neither swab nor onset of the case is known.</param>
/// <param name="Others">The other contacts of the case, without the one that is being written.</param>
public sealed record ContactSetting(
    DateOnly LastDayAttended, ContactWindow? Window, PersonIdentity Case, PersonSet Others)
{
    /// <summary>What the guide to close contacts need not ask; null where nothing is known of the case but its days.</summary>
    public GuideFacts? Guide { get; init; }

    /// <summary>In a list of contacts that are saved together: the number of an earlier row with the same person, or null.</summary>
    public Func<PersonIdentity, int?>? EarlierRow { get; init; }

    /// <summary>
    /// The day of last contact that is proposed where many people share one: the last day that the case attended, or none where the
    /// case had no day of contact at all, because there any day needs a reason.
    /// </summary>
    public string ProposedDay => Window is { IsEmpty: true } ? "" : LenientDate.Format(LastDayAttended);

    /// <summary>Why a day of last contact needs a reason: the rule, and what fills its sentence; null when it needs none.</summary>
    public (string Code, object[] Values)? Objection(DateOnly lastContact) => Window switch
    {
        { IsEmpty: true } empty => (RuleCodes.NoContactDays, [LenientDate.Format(empty.From)]),
        { } window when !window.Contains(lastContact) =>
            (RuleCodes.LastContactOutsideWindow, [LenientDate.Format(window.From), LenientDate.Format(window.To)]),
        null when lastContact > LastDayAttended => (RuleCodes.LastContactAfterLastDay, [LenientDate.Format(LastDayAttended)]),
        _ => null,
    };

    public static ContactSetting Of(CovidCase covidCase, int? contactId) => new(
        covidCase.LastDayAttended,
        CaseMeasures.Of(covidCase).Window,
        PersonIdentity.Of(covidCase),
        [.. covidCase.Contacts.Where(contact => contact.Id != contactId).Select(PersonIdentity.Of)])
    {
        Guide = covidCase.GuideFacts,
    };
}
