using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Decisions;

public sealed class ContactProposalTests
{
    private static readonly GuideFacts _pupilOf5B = new(PersonRole.Pupil, SchoolType.Primary, "5", "B");
    private static readonly ContactWindow _window = new(new DateOnly(2020, 11, 19), new DateOnly(2020, 11, 20));

    [Theory]
    [InlineData("Case=Pupil Person=Teacher School=PrimaryOrSecondary Occasion=Lessons PersonMasked=No", ContactStatus.Close)]
    [InlineData("Case=Pupil Person=Teacher School=PrimaryOrSecondary Occasion=Lessons PersonMasked=Yes DeskDistance=Yes", ContactStatus.LowRisk)]
    [InlineData("Case=Pupil Person=Teacher School=PrimaryOrSecondary Occasion=Elsewhere", null)]
    [InlineData("Case=Pupil Person=SupportTeacher PhysicalContact=No", null)]
    public void Of_GuideWalked_ProposesWhatItAnswered(string answers, ContactStatus? expected)
    {
        var proposal = ContactProposal.Of(Contact(PersonRole.Teacher, answers: answers), _pupilOf5B, _window);

        Assert.Equal((expected, ProposalGround.SchoolAnswers), (proposal.Status, proposal.Ground));
        Assert.NotNull(proposal.Reason);
    }

    [Theory]
    [InlineData(PersonRole.Pupil, "5", "B", ContactStatus.Close, ProposalGround.CaseAndClass)]
    [InlineData(PersonRole.Pupil, "5", "A", null, ProposalGround.Unknown)]
    [InlineData(PersonRole.Teacher, "5", "B", null, ProposalGround.Unknown)]
    [InlineData(PersonRole.AuxiliaryStaff, "5", "B", null, ProposalGround.CaseAndClass)]
    public void Of_GuideNotWalked_ProposesWhatRoleAndClassSay(PersonRole role, string className, string section, ContactStatus? expected, ProposalGround ground)
    {
        var proposal = ContactProposal.Of(Contact(role, className, section), _pupilOf5B, _window);

        Assert.Equal((expected, ground), (proposal.Status, proposal.Ground));
    }

    [Fact]
    public void Of_LastContactBeforeTheWindow_IsNoContactWhateverTheGuideSaid()
    {
        var classmate = Contact(PersonRole.Pupil, day: 18, answers: "Case=Pupil Person=Pupil SameClass=Yes");

        Assert.Equal(
            new ContactProposal(ContactStatus.NotContact, ProposalGround.BeforeWindow, null),
            ContactProposal.Of(classmate, _pupilOf5B, _window));
        Assert.Equal(ContactStatus.Close, ContactProposal.Of(classmate, _pupilOf5B, window: null).Status);
    }

    private static ReportedContact Contact(PersonRole role, string className = "5", string section = "B", int day = 20, string? answers = null)
    {
        var known = Reports.OfMarioRossi().Contacts[0];
        return known with
        {
            Person = known.Person with { Role = role, ClassName = className, Section = section },
            LastContactDate = new DateOnly(2020, 11, day),
            Guide = answers is null ? null : ReportedAppraisal.Of(GuideAppraisal.Of(GuideAnswers.Parse(answers), "visto")),
        };
    }
}
