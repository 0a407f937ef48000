using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>A list that becomes classes of the roster.</summary>
/// <param name="setting">The plessi of the institute, and the one that was chosen.</param>
/// <param name="screen">See <see cref="Audit.AuditEntry.Screen"/>.</param>
public sealed class RosterImport(
    RosterSetting setting, RosterKeeping keeping, RosterDraftValidator rules, DraftTidying tidying, RowReader reader, string screen)
    : ImportTarget(tidying, reader)
{
    /// <summary>What a report needs and a list of classes may lack: it is asked for when the person becomes a contact.</summary>
    private static readonly string[] _gaps = [nameof(PersonDraft.FiscalCode), nameof(PersonDraft.Domicile), nameof(PersonDraft.Phone)];

    /// <summary>The classes that hold people of a list already: the rest of it replaces nobody.</summary>
    private readonly HashSet<(Guid ListKey, RosterPlace Place)> _loaded = [];

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
    public IReadOnlyList<RosterClassRow> Replaced(ImportSheet sheet, IReadOnlyList<RosterClassRow> classes)
    {
        var places = sheet.Rows.Where(row => row.State != RowState.Removed).Select(row => PlaceOf((RosterDraft)row.Draft)).ToHashSet();
        return [.. classes.Where(row => places.Contains(row.Place) && row.LoadKey != sheet.ListKey && !_loaded.Contains((sheet.ListKey, row.Place)))];
    }

    public override PersonIdentity? IdentityOf(PersonDraft draft) => rules.IdentityOf((RosterDraft)draft);

    public override async Task<SaveManyOutcome> SaveAsync(
        Actor actor, Guid listKey, IReadOnlyList<PersonDraft> drafts, CancellationToken cancellationToken)
    {
        List<RosterDraft> people = [.. drafts.Cast<RosterDraft>()];
        switch (await keeping.LoadAsync(actor, listKey, Setting.Chosen?.Id, people, screen, cancellationToken))
        {
            case RosterOutcome.Loaded loaded:
                _loaded.UnionWith(people.Select(PlaceOf).OfType<RosterPlace>().Select(place => (listKey, place)));
                return new SaveManyOutcome.Saved(loaded.Count);
            case RosterOutcome.Refused refused:
                return new SaveManyOutcome.Refused(refused.Rows);
            case RosterOutcome.NothingSaved:
                return new SaveManyOutcome.NothingSaved();
            default:
                return new SaveManyOutcome.NotFound();
        }
    }

    protected override PersonDraft NewDraft() => new RosterDraft();

    protected override IReadOnlyList<Finding> Check(PersonDraft draft, Func<PersonIdentity, int?> earlierRow) =>
        rules.Check((RosterDraft)draft, Setting with { EarlierRow = earlierRow });

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
