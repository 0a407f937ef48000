using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Epidemic;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Epidemic;

/// <summary>
/// Takes over the shapes of the comuni, so that the map fills them. What can be read is kept, what cannot is listed; importing again puts
/// the shapes right that the file holds and leaves the others.
/// </summary>
public sealed class GeometryImport(IDbContextFactory<PortalDbContext> contexts, PlaceRegister places)
{
    /// <summary>Two provinces need a hundredth of it, in every detail perhaps a tenth.</summary>
    public const long LongestFile = 16 * 1024 * 1024;

    /// <param name="file">Seekable; read from where it stands.</param>
    public async Task<ImportOutcome> ImportAsync(Stream file, CancellationToken cancellationToken = default)
    {
        if (file.Length > LongestFile)
        {
            return new ImportOutcome(0, [$"the file is longer than {LongestFile / 1024 / 1024} MB: simplify the shapes"]);
        }

        try
        {
            var (paths, errors) = await new GeometryReader(places).ReadAsync(file, cancellationToken);
            await SaveAsync(paths, cancellationToken);
            return new ImportOutcome(paths.Count, errors);
        }
        catch (InvalidDataException exception)
        {
            return new ImportOutcome(0, [exception.Message]);
        }
    }

    private async Task SaveAsync(IReadOnlyDictionary<string, string> paths, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.Set<MunicipalityShape>().ToDictionaryAsync(shape => shape.Code, cancellationToken);
        foreach (var (code, path) in paths)
        {
            if (stored.TryGetValue(code, out var shape))
            {
                shape.Path = path;
            }
            else
            {
                context.Add(new MunicipalityShape { Code = code, Territory = places.FindByCode(code)!.Territory!.Value, Path = path });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
