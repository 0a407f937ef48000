using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>The form of a contact.</summary>
/// <param name="original">What the screen showed when the typing of a resumed draft began; by default the draft as it is.</param>
public sealed class ContactDraftForm(
    ContactDraft draft, ContactSetting setting, ContactDraftValidator rules, DraftTidying tidying, PersonDraft? original = null)
    : DraftForm(draft, original ?? DraftComparison.Clone(draft), tidying)
{
    public new ContactDraft Draft { get; } = draft;

    /// <summary>The case that the contact belongs to, as it is now.</summary>
    public ContactSetting Setting { get; set; } = setting;

    /// <summary>What the guide to close contacts need not ask.</summary>
    public GuideAnswers Known => Setting.Guide?.Known(Draft.Role, Draft.ClassName, Draft.Section) ?? GuideAnswers.None;

    /// <summary>Keeps what was answered in the guide.</summary>
    public void Appraise(GuideAnswers answers)
    {
        Draft.GuideAnswers = answers.ToString();
        Typed(nameof(ContactDraft.GuideAnswers));
        Check();
    }

    protected override List<string> FieldOrder { get; } =
    [
        nameof(PersonDraft.Role), nameof(PersonDraft.ClassName), nameof(PersonDraft.Section),
        nameof(PersonDraft.Surname), nameof(PersonDraft.Name), nameof(PersonDraft.FiscalCode),
        nameof(PersonDraft.FiscalCodeUnavailableReason), nameof(PersonDraft.BirthDate), nameof(PersonDraft.Sex),
        nameof(PersonDraft.Domicile), nameof(ContactDraft.Address), nameof(PersonDraft.Phone), nameof(ContactDraft.LastContactDate),
        nameof(ContactDraft.GuideNote),
    ];

    protected override IReadOnlyList<Finding> FindAll() => rules.Check(Draft, Setting);

    protected override void FillAfter(string field)
    {
        base.FillAfter(field);

        // Another role asks other questions, and another class may be no longer the same one: the guide asks again.
        if (field is nameof(PersonDraft.Role) or nameof(PersonDraft.ClassName) or nameof(PersonDraft.Section))
        {
            var answers = GuideAnswers.Parse(Draft.GuideAnswers);
            Draft.GuideAnswers = (field == nameof(PersonDraft.Role)
                ? answers.Before(GuideQuestion.Person) : answers.Before(GuideQuestion.SameClass)).ToString();
        }
    }
}
