using System.Globalization;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Simulation;

/// <summary>Invented schools, for a simulation where the register has not been imported.</summary>
internal static class GeneratedSchools
{
    /// <summary>As the ministry counts them in the two provinces, a tenth of each; pupils about their median.</summary>
    private static readonly (SchoolType Type, int Count, int Pupils)[] Kinds =
    [
        (SchoolType.Nursery, 30, 50), (SchoolType.Kindergarten, 80, 90), (SchoolType.Primary, 60, 230), (SchoolType.LowerSecondary, 36, 260),
        (SchoolType.UpperSecondary, 33, 520), (SchoolType.VocationalTraining, 6, 120),
    ];

    /// <summary>One plesso in so many stands in the province of Lodi.</summary>
    private const int OneInLodi = 10;

    public static async Task EnsureAsync(
        IDbContextFactory<PortalDbContext> contexts, int fewest, PlaceRegister places, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<SchoolSite>().CountAsync(site => site.ClosedOn == null, cancellationToken) >= fewest)
        {
            return;
        }

        var comuni = places.Municipalities.Where(municipality => municipality.Territory is not null).ToLookup(municipality => municipality.Province);
        var (milano, lodi) = (comuni["MI"].ToList(), comuni["LO"].ToList());
        var number = 0;
        foreach (var (type, count, pupils) in Kinds)
        {
            for (var i = 0; i < count; i++)
            {
                number++;

                // Every other school of Milano stands in the city itself.
                var municipality = number % OneInLodi == 0 ? lodi[number % lodi.Count] : number % 2 == 0 ? milano[0] : milano[number % milano.Count];
                var code = string.Create(CultureInfo.InvariantCulture, $"{municipality.Province}SIM{number:D5}");
                var name = string.Create(CultureInfo.InvariantCulture, $"Scuola inventata n. {number}");
                var institute = Institute.Register(code, name);
                institute.AddSite(new SiteRegistration(code, name, code, name, type, municipality.Code) { Pupils = pupils });
                context.Add(institute);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
