using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>Rosters that every rule accepts on 25/11/2020.</summary>
public static class Rosters
{
    public const string Screen = "/classi/carica";

    /// <summary>Invented surnames, in their order, none of them that of <see cref="Drafts"/>.</summary>
    public static readonly IReadOnlyList<string> Surnames =
    [
        "Abbiati", "Bonfanti", "Cattaneo", "Donghi", "Erba", "Fumagalli", "Galbusera", "Isella", "Lavezzi", "Mauri", "Nava", "Origgi",
        "Pirovano", "Quadri", "Riva", "Sala", "Tagliabue", "Usuelli", "Viganò", "Zappa", "Brivio", "Colnaghi", "Dozio", "Ferrario",
    ];

    public static RosterDraft Person(string surname = "Abbiati", Action<RosterDraft>? change = null)
    {
        var draft = new RosterDraft
        {
            RequestKey = Guid.NewGuid(),
            Role = PersonRole.Pupil,
            ClassName = "5",
            Section = "B",
            Surname = surname,
            Name = "Luca",
            BirthDate = "13/01/2010",
            Domicile = "Milano (MI)",
            Phone = "336 5555555",
        };
        change?.Invoke(draft);
        return draft;
    }

    /// <summary>A class of 5 B, each with another birthday.</summary>
    public static List<RosterDraft> Class(int count = 24, Action<RosterDraft>? change = null) =>
    [
        .. Surnames.Take(count).Select((surname, index) => Person(surname, draft =>
        {
            draft.BirthDate = $"{index + 1:00}/02/2010";
            change?.Invoke(draft);
        })),
    ];

    /// <summary>Pupils of 5 B whose codes match them.</summary>
    public static List<RosterDraft> Of(IEnumerable<Pupil> pupils) =>
    [
        .. pupils.Select(pupil => Person(pupil.Surname, draft =>
            (draft.Name, draft.FiscalCode, draft.BirthDate, draft.Phone) = (pupil.Name, pupil.FiscalCode, pupil.Born, pupil.Phone))),
    ];

    /// <summary>Loads people into the one plesso of a school.</summary>
    /// <param name="seen">The classes that the user saw; null for those that are there.</param>
    public static async Task<RosterOutcome> LoadAsync(
        this TestPortal portal, Actor actor, IReadOnlyList<RosterDraft> people, Guid? loadKey = null, int? siteId = null,
        IReadOnlyList<RosterClassRow>? seen = null) =>
        await portal.Get<RosterKeeping>().LoadAsync(
            actor, loadKey ?? Guid.NewGuid(), (seen ?? await portal.ClassesAsync(actor)).ToDictionary(row => row.Place, row => row.LoadKey), siteId ?? await portal.SiteOfAsync(actor), people, Screen, CancellationToken.None);

    public static async Task<int> SiteOfAsync(this TestPortal portal, Actor actor)
    {
        await using var context = await portal.OpenAsync();
        return await context.Set<SchoolSite>().Where(s => s.InstituteId == actor.InstituteId).Select(s => s.Id).FirstAsync();
    }

    public static async Task<IReadOnlyList<RosterClassRow>> ClassesAsync(this TestPortal portal, Actor actor) =>
        await portal.Get<IRosterQueries>().ClassesAsync(actor, CancellationToken.None);

    /// <summary>The surnames of a class.</summary>
    public static async Task<IReadOnlyList<string>> SurnamesAsync(this TestPortal portal, Actor actor, string className = "5 B")
    {
        var row = (await portal.ClassesAsync(actor)).Single(c => c.Name == className);
        return [.. (await portal.Get<IRosterQueries>().FindAsync(actor, row.Id, CancellationToken.None))!.People.Select(p => p.Draft.Surname)];
    }
}
