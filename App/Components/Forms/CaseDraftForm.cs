using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>The form of a case.</summary>
/// <param name="original">What the screen showed when the typing of a resumed draft began; by default the draft as it is.</param>
public sealed class CaseDraftForm(
    CaseDraft draft, CaseSetting setting, CaseDraftValidator rules, DraftTidying tidying, PersonDraft? original = null)
    : DraftForm(draft, original ?? DraftComparison.Clone(draft), tidying)
{
    public new CaseDraft Draft { get; } = draft;

    public CaseSetting Setting { get; } = setting;

    protected override List<string> FieldOrder { get; } =
    [
        nameof(CaseDraft.SiteMunicipality), nameof(CaseDraft.SchoolName), nameof(CaseDraft.SchoolType),
        nameof(PersonDraft.ClassName), nameof(PersonDraft.Section),
        nameof(CaseDraft.ReferentName), nameof(CaseDraft.ReferentPhone), nameof(CaseDraft.ReferentEmail),
        nameof(PersonDraft.Role), nameof(PersonDraft.Surname), nameof(PersonDraft.Name), nameof(PersonDraft.FiscalCode),
        nameof(PersonDraft.FiscalCodeUnavailableReason), nameof(PersonDraft.BirthDate), nameof(PersonDraft.Sex),
        nameof(PersonDraft.Domicile), nameof(PersonDraft.Phone), nameof(CaseDraft.SecondPhone),
        nameof(CaseDraft.LastDayAttended), nameof(CaseDraft.PositiveSwabDate), nameof(CaseDraft.SymptomOnset),
    ];

    protected override IReadOnlyList<Finding> FindAll() => rules.Check(Draft, Setting);

    protected override void FillAfter(string field)
    {
        base.FillAfter(field);
        if (field == nameof(CaseDraft.SchoolName))
        {
            DraftTidying.FillFromSite(Draft, Setting);
        }
    }
}
