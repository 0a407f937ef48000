using CovidSchoolReporting.App.Components;
using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Infrastructure.Persistence;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalHosting();
builder.Services.AddPersistence();
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
