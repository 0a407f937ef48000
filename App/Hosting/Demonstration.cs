using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Schools;

namespace CovidSchoolReporting.App.Hosting;

/// <summary>Fills an empty database with invented schools and people, so that a newcomer can walk through the portal.</summary>
internal static class Demonstration
{
    /// <summary>Does nothing outside Development, and nothing that was done before.</summary>
    public static async Task SeedDemonstrationAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        var institutes = app.Services.GetRequiredService<InstituteRegister>();
        await institutes.EnsureAsync(Calvino());
        await institutes.EnsureAsync(Pandini());

        var directory = app.Services.GetRequiredService<UserDirectory>();
        var accounts = app.Services.GetRequiredService<EmbeddedAccounts>();
        foreach (var account in DemonstrationAccounts.All)
        {
            if (await directory.FindByEmailAsync(account.Email) is null)
            {
                await directory.RegisterAsync(
                    [new UserRegistration(account.Email, account.Name, account.Role, account.InstituteCode, account.Territories)]);
            }

            await accounts.EnsureAsync(account.Email);
        }
    }

    private static Institute Calvino()
    {
        const string Milano = "F205", SestoSanGiovanni = "I690";
        var institute = Institute.Register(DemonstrationAccounts.CalvinoCode, "Istituto Comprensivo Calvino");
        institute.AddSite("MIAA0DEM11", "Scuola dell'infanzia Arcobaleno", SchoolType.Kindergarten, Milano);
        institute.AddSite("MIEE0DEM12", "Scuola primaria Calvino", SchoolType.Primary, Milano);
        institute.AddSite("MIMM0DEM13", "Scuola secondaria di I grado Calvino", SchoolType.LowerSecondary, SestoSanGiovanni);
        return institute;
    }

    private static Institute Pandini()
    {
        const string Lodi = "E648";
        var institute = Institute.Register(DemonstrationAccounts.PandiniCode, "Istituto Superiore Pandini");
        institute.AddSite("LOPS0DEM21", "Liceo scientifico Pandini", SchoolType.UpperSecondary, Lodi);
        institute.AddSite("LORC0DEM22", "Istituto professionale Pandini", SchoolType.UpperSecondary, Lodi);
        return institute;
    }
}
