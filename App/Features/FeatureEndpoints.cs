using CovidSchoolReporting.App.Features.Api;
using CovidSchoolReporting.App.Features.Drafts;
using CovidSchoolReporting.App.Features.Epidemic;
using CovidSchoolReporting.App.Features.Imports;
using CovidSchoolReporting.App.Features.Letters;
using CovidSchoolReporting.App.Features.LineLists;
using CovidSchoolReporting.App.Features.Registry;

namespace CovidSchoolReporting.App.Features;

internal static class FeatureEndpoints
{
    /// <summary>What the features answer beside their pages: files, drafts that are kept, the API.</summary>
    public static void MapFeatures(this WebApplication app)
    {
        app.MapImports();
        app.MapDrafts();
        app.MapApi();
        app.MapEpidemic();
        app.MapLetters();
        app.MapLineLists();
        app.MapRegistry();
    }
}
