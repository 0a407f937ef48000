using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>What a proposal rests on.</summary>
public enum ProposalGround
{
    /// <summary>The answers that the school gave in the guide to close contacts.</summary>
    SchoolAnswers,

    /// <summary>The school walked no guide, but role, school and class say enough.</summary>
    CaseAndClass,

    /// <summary>The last contact lies before the days in which the case could infect.</summary>
    BeforeWindow,

    /// <summary>Nothing that was sent says enough.</summary>
    Unknown,
}

/// <summary>What the portal proposes about a contact; the agency decides.</summary>
/// <param name="Status">Null: «da decidere».</param>
/// <param name="Reason">The row of the guide that answered; null when none did.</param>
public sealed record ContactProposal(ContactStatus? Status, ProposalGround Ground, GuideReason? Reason)
{
    private static readonly ContactProposal Unknown = new(null, ProposalGround.Unknown, null);

    /// <summary>A day before the window outweighs every answer: whoever was met only then was not exposed.</summary>
    /// <param name="window">Null while neither onset nor swab of the case is known.</param>
    public static ContactProposal Of(ReportedContact contact, GuideFacts facts, ContactWindow? window)
    {
        if (window is { } days && contact.LastContactDate < days.From)
        {
            return new ContactProposal(ContactStatus.NotContact, ProposalGround.BeforeWindow, null);
        }

        if (contact.Guide is { } guide)
        {
            return new ContactProposal(StatusOf(guide.Verdict), ProposalGround.SchoolAnswers, guide.Reason);
        }

        var person = contact.Person;
        return CloseContactGuide.Next(facts.Known(person.Role, person.ClassName, person.Section)) is GuideStep.Found { Row: var row }
            ? new ContactProposal(StatusOf(row.Verdict), ProposalGround.CaseAndClass, row.Reason)
            : Unknown;
    }

    private static ContactStatus? StatusOf(GuideVerdict verdict) => verdict switch
    {
        GuideVerdict.Close => ContactStatus.Close,
        GuideVerdict.NotClose => ContactStatus.LowRisk,
        _ => null,
    };
}
