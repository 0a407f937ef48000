using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Infrastructure.Schools.Register;

/// <param name="Saved">Plessi that are registered now, new or put right.</param>
/// <param name="Closed">Plessi that the register lists no more.</param>
/// <param name="Elsewhere">Rows of other provinces, left out.</param>
/// <param name="NoSite">Rows that are no plesso, left out.</param>
/// <param name="Errors">Rows left out for a fault; in English, each naming its line.</param>
public sealed record RegisterOutcome(int Saved, int Closed, int Elsewhere, int NoSite, IReadOnlyList<string> Errors);

/// <summary>
/// Takes over the register of schools: the ministry's open data on state schools (SCUANAGRAFESTAT) and on recognised private and municipal
/// ones (SCUANAGRAFEPAR), or one file with both. What can be read is registered, what cannot is listed, and importing again changes nothing.
/// A plesso that its register lists no more is closed, and kept for its cases.
/// </summary>
public sealed class RegisterImport(InstituteRegister register, PlaceRegister places, PortalClock clock)
{
    public async Task<RegisterOutcome> ImportAsync(TextReader file, CancellationToken cancellationToken = default)
    {
        var read = await new RegisterReader(places).ReadAsync(file, cancellationToken);
        var (sites, errors) = (read.Sites.ToList(), read.Errors.ToList());
        if (await register.SaveAsync([.. sites.Select(s => s.Site)], cancellationToken) is { Count: > 0 } refused)
        {
            errors.AddRange(refused.SelectMany(r => r.Reasons.Select(reason => $"line {sites[r.Position].Line}: {reason}")));
            var positions = refused.Select(r => r.Position).ToHashSet();
            sites = [.. sites.Where((_, position) => !positions.Contains(position))];
            await register.SaveAsync([.. sites.Select(s => s.Site)], cancellationToken);
        }

        var closed = 0;
        foreach (var (kind, codes) in read.Listed)
        {
            closed += await register.CloseMissingAsync(kind, codes, clock.Today, cancellationToken);
        }

        return new RegisterOutcome(sites.Count, closed, read.Elsewhere, read.NoSite, errors);
    }
}
