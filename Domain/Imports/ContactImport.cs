using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>A list that becomes contacts of a case.</summary>
/// <param name="caseId">The case that the people met.</param>
/// <param name="setting">The case as it is now.</param>
public sealed class ContactImport(
    int caseId, ContactSetting setting, CaseReporting reporting, ContactDraftValidator rules, DraftTidying tidying, RowReader reader)
    : ImportTarget(tidying, reader)
{
    public override ImportPurpose Purpose => ImportPurpose.Contacts;

    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        .. PersonColumns.Person,
        .. PersonColumns.Place,
        PersonColumns.Plain(
            nameof(ContactDraft.LastContactDate), ImportField.LastContactDate, FieldLimits.Date,
            draft => ((ContactDraft)draft).LastContactDate, (draft, text) => ((ContactDraft)draft).LastContactDate = text)
            with { Kind = CellKind.Day, Concern = WarningConcern.Meeting, IsShared = true },
        PersonColumns.Plain(
            nameof(ContactDraft.Address), ImportField.Address, FieldLimits.Address,
            draft => ((ContactDraft)draft).Address, (draft, text) => ((ContactDraft)draft).Address = text) with { IsOptional = true },
        PersonColumns.ReasonWithoutCode,
    ];

    /// <summary>The case as it is now: when it changes, the rows are to be judged again.</summary>
    public ContactSetting Setting { get; set; } = setting;

    public override PersonIdentity? IdentityOf(PersonDraft draft) => rules.IdentityOf((ContactDraft)draft);

    public override Task<SaveManyOutcome> SaveAsync(
        Actor actor, Guid listKey, IReadOnlyList<PersonDraft> drafts, CancellationToken cancellationToken) =>
        reporting.SaveContactsAsync(actor, caseId, [.. drafts.Cast<ContactDraft>()], cancellationToken);

    protected override PersonDraft NewDraft() => new ContactDraft();

    protected override IReadOnlyList<Finding> Check(PersonDraft draft, Func<PersonIdentity, int?> earlierRow) =>
        rules.Check((ContactDraft)draft, Setting with { EarlierRow = earlierRow });
}
