using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>A list that becomes classes of the roster.</summary>
/// <param name="setting">The plessi of the institute, and the one that was chosen.</param>
/// <param name="classes">The classes that are there, as the user sees them.</param>
/// <param name="screen">See <see cref="Audit.AuditEntry.Screen"/>.</param>
public sealed class RosterImport(
    RosterSetting setting, IReadOnlyList<RosterClassRow> classes, IRosterQueries roster, RosterKeeping keeping, RosterDraftValidator rules,
    DraftTidying tidying, RowReader reader, string screen)
    : ImportTarget(tidying, reader)
{
    /// <summary>What a report needs and a list of classes may lack: it is asked for when the person becomes a contact.</summary>
    private static readonly string[] _gaps = [nameof(PersonDraft.FiscalCode), nameof(PersonDraft.Domicile), nameof(PersonDraft.Phone)];

    /// <summary>The loading that each class comes from, as the user sees it: what is saved replaces that one and no other.</summary>
    private readonly Dictionary<RosterPlace, Guid> _seen = classes.ToDictionary(row => row.Place, row => row.LoadKey);
    private IReadOnlyList<RosterClassRow> _classes = classes;

    public override ImportPurpose Purpose => ImportPurpose.Roster;

    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        .. PersonColumns.Person.Concat(PersonColumns.Place).Select(column => _gaps.Contains(column.Field) ? column with { IsOptional = true } : column),
        PersonColumns.Plain(
            nameof(RosterDraft.Address), ImportField.Address, FieldLimits.Address,
            AddressOf, (draft, text) => ((RosterDraft)draft).Address = text) with { IsOptional = true },

        // Where there is one plesso, nobody needs to name it.
        .. setting.Sites.Count == 1 ? (SheetColumn[])[] :
        [
            PersonColumns.Plain(
                nameof(RosterDraft.SchoolSite), ImportField.SchoolSite, FieldLimits.SchoolName,
                draft => ((RosterDraft)draft).SchoolSite, (draft, text) => ((RosterDraft)draft).SchoolSite = text) with { IsOptional = true },
        ],
    ];

    /// <summary>A person who was saved from this list would stand in the class twice.</summary>
    public override bool KnowsSavedRows => false;

    /// <summary>When another plesso is chosen, the rows are to be judged again.</summary>
    public RosterSetting Setting { get; set; } = setting;

    /// <summary>The classes of the roster that would lose the people of an earlier list if the sheet were saved.</summary>
    public IReadOnlyList<RosterClassRow> Replaced(ImportSheet sheet)
    {
        var places = sheet.Rows.Where(row => row.State != RowState.Removed).Select(row => PlaceOf((RosterDraft)row.Draft)).ToHashSet();
        return [.. _classes.Where(row => places.Contains(row.Place) && _seen[row.Place] != sheet.ListKey)];
    }

    public override PersonIdentity? IdentityOf(PersonDraft draft) => rules.IdentityOf((RosterDraft)draft);

    public override async Task<SaveManyOutcome> SaveAsync(
        Actor actor, Guid listKey, IReadOnlyList<PersonDraft> drafts, CancellationToken cancellationToken)
    {
        List<RosterDraft> people = [.. drafts.Cast<RosterDraft>()];
        switch (await keeping.LoadAsync(actor, listKey, _seen, Setting.Chosen?.Id, people, screen, cancellationToken))
        {
            case RosterOutcome.Loaded loaded:
                foreach (var place in people.Select(PlaceOf).OfType<RosterPlace>())
                {
                    _seen[place] = listKey;
                }

                await SeeAsync(actor, cancellationToken);
                return new SaveManyOutcome.Saved(loaded.Count);
            case RosterOutcome.Refused refused:
                return new SaveManyOutcome.Refused(refused.Rows);
            case RosterOutcome.Overtaken:
                return await SeeAsync(actor, cancellationToken) ? new SaveManyOutcome.Overtaken() : new SaveManyOutcome.NothingSaved();
            case RosterOutcome.NothingSaved:
                return new SaveManyOutcome.NothingSaved();
            default:
                return new SaveManyOutcome.NotFound();
        }
    }

    protected override PersonDraft NewDraft() => new RosterDraft();

    protected override IReadOnlyList<Finding> Check(PersonDraft draft, Func<PersonIdentity, int?> earlierRow) =>
        rules.Check((RosterDraft)draft, Setting with { EarlierRow = earlierRow });

    /// <returns>False while the database cannot be read: what was seen before stays.</returns>
    private async Task<bool> SeeAsync(Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            _classes = await roster.ClassesAsync(actor, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }

        _seen.Clear();
        foreach (var row in _classes)
        {
            _seen[row.Place] = row.LoadKey;
        }

        return true;
    }

    /// <summary>A list is read as contacts are, whatever becomes of it.</summary>
    private static string AddressOf(PersonDraft draft) => draft switch
    {
        ContactDraft read => read.Address,
        RosterDraft row => row.Address,
        _ => "",
    };

    private RosterPlace? PlaceOf(RosterDraft draft) =>
        Setting.SiteOf(draft) is { } site ? new RosterPlace(site.Id, draft.ClassName, draft.Section) : null;
}
