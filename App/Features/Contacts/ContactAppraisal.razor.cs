using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Guide;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>The guide inside the form of a contact: case, school and role are known, and the answers are part of what is typed.</summary>
public partial class ContactAppraisal
{
    private bool _open;

    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ContactDraftForm Form { get; set; } = null!;

    private GuideAnswers Known => Form.Known;

    /// <summary>What was answered, as far as it still follows from role and case.</summary>
    private GuideAnswers Answers => CloseContactGuide.Walk(Known, GuideAnswers.Parse(Form.Draft.GuideAnswers));

    private GuideAppraisal? Appraisal =>
        Form.IsReadOnly
            ? GuideAppraisal.Of(GuideAnswers.Parse(Form.Draft.GuideAnswers), Form.Draft.GuideNote)
            : GuideAppraisal.Of(Answers, Form.Draft.GuideNote);

    /// <summary>Two pupils of one class need no question: the answer is there at once, and is kept.</summary>
    private void Open()
    {
        _open = true;
        Keep(Answers);
    }

    private void Keep(GuideAnswers answers) => Form.Appraise(answers);

    private void Close()
    {
        _open = false;
        Form.Appraise(GuideAnswers.None);
    }
}
