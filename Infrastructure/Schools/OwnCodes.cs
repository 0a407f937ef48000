using System.Globalization;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Schools;

/// <summary>Codes that the portal makes for institutes and plessi that have none from the ministry.</summary>
internal static class OwnCodes
{
    /// <summary>What they begin with; the ministry's begin with the letters of a province.</summary>
    public const string Prefix = "ATS";

    /// <summary>For the next institute.</summary>
    public static async Task<string> NextAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var own = await context.Set<Institute>().Where(i => i.Code.StartsWith(Prefix)).Select(i => i.Code).ToListAsync(cancellationToken);
        var last = own.Select(code => int.TryParse(code[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty(0).Max();
        return $"{Prefix}{last + 1:00000}";
    }

    /// <summary>For the next plesso of an institute.</summary>
    public static string NextSite(Institute institute)
    {
        var number = institute.Sites.Count + 1;
        while (institute.Sites.Any(s => s.Code == $"{institute.Code}-{number}"))
        {
            number++;
        }

        return $"{institute.Code}-{number}";
    }
}
