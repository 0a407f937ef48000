using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.LineLists;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.Drafts;
using CovidSchoolReporting.Infrastructure.Epidemic;
using CovidSchoolReporting.Infrastructure.Mail;
using CovidSchoolReporting.Infrastructure.Persistence.Agency;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using CovidSchoolReporting.Infrastructure.Persistence.Conversations;
using CovidSchoolReporting.Infrastructure.Persistence.Decisions;
using CovidSchoolReporting.Infrastructure.Persistence.Imports;
using CovidSchoolReporting.Infrastructure.Persistence.Letters;
using CovidSchoolReporting.Infrastructure.Persistence.LineLists;
using CovidSchoolReporting.Infrastructure.Persistence.Matches;
using CovidSchoolReporting.Infrastructure.Persistence.Policies;
using CovidSchoolReporting.Infrastructure.Persistence.Rosters;
using CovidSchoolReporting.Infrastructure.Persistence.Sqlite;
using CovidSchoolReporting.Infrastructure.Persistence.Supplements;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Persistence;

public static class PersistenceServices
{
    /// <summary>The database, chosen by the section <c>Database</c>, with the portal's stores and queries on it.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DatabaseEngine>(provider =>
        {
            var root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
            var options = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            return new SqliteEngine(Path.GetFullPath(options.Path, root));
        });
        services.AddSingleton<ICaseStore, CaseStore>();
        services.AddSingleton<ICaseQueries, CaseQueries>();
        services.AddSingleton<IColumnMemory, ColumnMemory>();
        services.AddSingleton<IPolicyStore, PolicyStore>();
        services.AddOptions<KnownPeopleOptions>().BindConfiguration(KnownPeopleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IKnownPeople, KnownPeople>();
        services.AddSingleton<IReportStore, ReportStore>();
        services.AddSingleton<IReportQueries, ReportQueries>();
        services.AddSingleton<IColleagues, Colleagues>();
        services.AddSingleton<ReportContents>();
        services.AddSingleton<IReportFeed, ReportFeed>();
        services.AddSingleton<IQueueQueries, QueueQueries>();
        services.AddSingleton<ISavedViews, SavedViews>();
        services.AddSingleton<IReportHistory, ReportHistoryQuery>();
        services.AddSingleton<IDecisionStore, DecisionStore>();
        services.AddSingleton<IDecisionQueries, DecisionQueries>();
        services.AddOptions<MatchOptions>().BindConfiguration(MatchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IMatchStore, MatchStore>();
        services.AddSingleton<IMatchQueries, MatchQueries>();
        services.AddSingleton<IRelatedCases, RelatedCasesQuery>();
        services.AddSingleton<IRosterStore, RosterStore>();
        services.AddSingleton<IRosterQueries, RosterQueries>();
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IConversationQueries, ConversationQueries>();
        services.AddEpidemic();
        services.AddSingleton<ISupplementStore, SupplementStore>();
        services.AddSingleton<ISupplementQueries, SupplementQueries>();
        services.AddNotices();
        services.AddSingleton<ILetterTemplateStore, LetterTemplateStore>();
        services.AddSingleton<IIssuedLetterStore, IssuedLetterStore>();
        services.AddSingleton<ILineListSource, LineListSource>();
        services.AddDrafts();
        services.AddAuditTrail();
        services.AddPooledDbContextFactory<PortalDbContext>((provider, builder) =>
            provider.GetRequiredService<DatabaseEngine>().Configure(builder));

        // OpenIddict and Data Protection ask for the context itself.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("CovidSchoolReporting").PersistKeysToDbContext<PortalDbContext>();
        return services;
    }

    /// <summary>
    /// Creates or updates the schema, gives an empty database its policies and letters, older cases their policy and older reports their
    /// place in the figures, and looks for pairs among reports that were never compared. Called once, before the portal listens.
    /// </summary>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var factory = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var engine = services.GetRequiredService<DatabaseEngine>();
        await engine.PrepareAsync(context, cancellationToken);
        await PolicySeed.SowAsync(context, engine, cancellationToken);
        await PolicySeed.AdoptCasesAsync(context, cancellationToken);
        await EpidemicServices.CatchUpAsync(context, engine, services.GetRequiredService<PortalClock>(), cancellationToken);
        await LetterSeed.SowAsync(context, engine, cancellationToken);
        await MatchSweep.CatchUpAsync(context, services.GetRequiredService<IOptions<MatchOptions>>().Value.WithinDays, cancellationToken);
    }
}
