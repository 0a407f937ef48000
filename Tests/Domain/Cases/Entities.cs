using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>Entities made as the portal makes them, from drafts that the rules accept.</summary>
internal static class Entities
{
    public static readonly Actor Referent = Actor.OfSchool(11, "Referente", Role.Referent, 3);

    public static readonly DateTime Now = TestPortal.Start.UtcDateTime;

    /// <summary>What the portal brings, on 25/11/2020.</summary>
    public static readonly PolicyTimeline Policies = new(ReferencePolicies.Load());

    public static readonly ReportingPolicy Policy = Policies.InForceOn(new DateOnly(2020, 11, 25));

    public static CovidCase OpenCase(Action<CaseDraft>? change = null)
    {
        var draft = Drafts.Case(change);
        return CovidCase.Open(Referent, draft.RequestKey, Details(draft), Policy, Now);
    }

    public static Contact AddContact(this CovidCase covidCase, Action<ContactDraft>? change = null)
    {
        var draft = Drafts.Contact(change);
        return covidCase.AddContact(draft.RequestKey, Details(draft), Now);
    }

    public static CaseDetails Details(CaseDraft draft) =>
        Rulebook.Reader.Read(draft, Rulebook.OneSite, Rulebook.CaseRules.Check(draft, Rulebook.OneSite));

    public static ContactDetails Details(ContactDraft draft) =>
        Rulebook.Reader.Read(draft, Rulebook.ContactRules.Check(draft, Rulebook.NoOthers)) with
        {
            Appraisal = GuideAppraisal.Of(GuideAnswers.Parse(draft.GuideAnswers), draft.GuideNote),
        };
}
