using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Supplements;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Domain;

public static class DomainServices
{
    /// <summary>The rules and services of the domain. The host brings the clock and the stores.</summary>
    public static IServiceCollection AddDomain(this IServiceCollection services) => services
        .AddSingleton(_ => PlaceRegister.Load())
        .AddSingleton<CaseDraftValidator>()
        .AddSingleton<ContactDraftValidator>()
        .AddSingleton<DraftReader>()
        .AddSingleton<DraftTidying>()
        .AddSingleton<ColumnRecogniser>()
        .AddSingleton<RowReader>()
        .AddSingleton<CaseReporting>()
        .AddSingleton<PolicyDraftValidator>()
        .AddSingleton<PolicyDesk>()
        .AddSingleton<RosterDraftValidator>()
        .AddSingleton<RosterReader>()
        .AddSingleton<RosterKeeping>()
        .AddSingleton<AgencyDesk>()
        .AddSingleton<ConversationDesk>()
        .AddSingleton<ClusterDesk>()
        .AddSingleton<SupplementDesk>()
        .AddSingleton<LetterTemplateValidator>()
        .AddSingleton<LetterTemplateDesk>()
        .AddSingleton<AmendedReports>()
        .AddSingleton<DueLetters>()
        .AddSingleton<LetterIssuing>()
        .AddSingleton<ReportBatch>()
        .AddSingleton<DecisionDraftValidator>()
        .AddSingleton<DecisionDesk>()
        .AddSingleton<MatchDesk>();
}
