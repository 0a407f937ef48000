using CovidSchoolReporting.App.Commands;
using CovidSchoolReporting.App.Components;
using CovidSchoolReporting.App.Features;
using CovidSchoolReporting.App.Features.Api;
using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Imports;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Mail;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Retention;
using CovidSchoolReporting.Infrastructure.Rosters;

try
{
    if (await CommandLine.TryRunAsync(args) is { } exitCode)
    {
        return exitCode;
    }

    var builder = WebApplication.CreateBuilder(args);
    builder.AddPortalHosting();
    builder.AddKeyProtection();
    builder.AddPortalIdentity();
    builder.AddPortalApi();
    builder.Services.AddDomain().AddPersistence().AddLiveUpdates().AddDelivery().AddMail();
    builder.Services.AddImports().AddLineLists().AddRosters().AddRetention().AddScreens();

    var app = builder.Build();
    app.ValidateConfiguration();
    await app.Services.PrepareDatabaseAsync();
    await app.PreparePortalIdentityAsync();
    await app.SeedDemonstrationAsync();

    await app.UsePortalHostingAsync();
    app.UseStatusCodePagesWithReExecute("/non-trovato", createScopeForStatusCodePages: true);
    app.UseRequestLocalization();
    app.UsePortalIdentity();
    app.UseAntiforgery();
    app.MapStaticAssets().AllowAnonymous();
    app.MapPortalHealth();
    app.MapPortalIdentity();
    app.MapLanguageChoice();
    app.MapFeatures();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    return await app.RunPortalAsync();
}
catch (Exception exception) when (Startup.Explain(exception) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
