using CovidSchoolReporting.App.Components;
using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain;
using CovidSchoolReporting.Infrastructure.LiveUpdates;

using CovidSchoolReporting.Infrastructure.Persistence;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalHosting();
builder.Services.AddDomain();
builder.Services.AddPersistence();
builder.Services.AddLiveUpdates();
builder.Services.AddScreens();

var app = builder.Build();
await app.Services.PrepareDatabaseAsync();

app.UseStatusCodePagesWithReExecute("/non-trovato", createScopeForStatusCodePages: true);
app.UseRequestLocalization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapLanguageChoice();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();
