using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Tests.Domain.Cases;
using CovidSchoolReporting.Tests.Domain.Places;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Imports;

/// <summary>Sheets of contacts over the real rules, from drafts that a test changes.</summary>
internal static class ImportSheets
{
    public static readonly RowReader Reader = new(new DraftTidying(Rulebook.Clock, LoadedPlaces.Register), LoadedPlaces.Register);

    public static ContactImport Target(ContactSetting? setting = null, CovidCase? covidCase = null) => new(
        0,
        setting ?? Rulebook.NoOthers,
        new CaseReporting(
            new LoneCaseStore(covidCase ?? Entities.OpenCase()), new ReferencePolicyStore(), Rulebook.CaseRules, Rulebook.ContactRules, Rulebook.Reader, Rulebook.Clock),
        Rulebook.ContactRules,
        new DraftTidying(Rulebook.Clock, LoadedPlaces.Register),
        Reader);

    /// <summary>Rows 1, 2, 3… of different people without a fault.</summary>
    public static ImportSheet Of(int rows, ContactSetting? setting = null, CovidCase? covidCase = null) =>
        Of(Target(setting, covidCase), [.. Enumerable.Range(0, rows).Select(_ => (Action<ContactDraft>)(_ => { }))]);

    /// <summary>One row for each change, of different people.</summary>
    public static ImportSheet Of(ImportTarget target, params Action<ContactDraft>[] changes) => ImportSheet.Resume(
        target,
        new ImportSheetState(
            [.. target.Columns.Select(column => column.Field)],
            [.. changes.Select((change, index) => Content(target, index + 1, change))]));

    public static string Cell(this ImportSheet sheet, int row, string field) =>
        sheet.Row(row).Content.Cells[sheet.Target.IndexOf(field)];

    private static RowContent Content(ImportTarget target, int number, Action<ContactDraft> change)
    {
        var draft = Drafts.Contact(d => (d.Surname, d.BirthDate) = ($"Valeri {(char)('A' + (number / 26))}{(char)('a' + (number % 26))}", "13/01/2010"));
        change(draft);
        return new RowContent(number, draft.RequestKey, [.. target.Columns.Select(column => column.Get(draft))]);
    }
}
