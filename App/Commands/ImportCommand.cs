using CovidSchoolReporting.Infrastructure;
using CovidSchoolReporting.Infrastructure.Epidemic;
using CovidSchoolReporting.Infrastructure.Schools.Register;

namespace CovidSchoolReporting.App.Commands;

/// <summary><c>import …</c>: open data that the portal does not bring along.</summary>
internal sealed class ImportCommand(
    RegisterImport schools, CurveImport curve, GeometryImport geometry, TextWriter output, TextWriter errors) : Command(output, errors)
{
    public const string Help = """
        Takes over open data. What can be read is kept, what cannot is listed; importing again is safe.

          import schools FILE…    the ministry's registers of schools (SCUANAGRAFESTAT, SCUANAGRAFEPAR), or one file with both;
                                  of them the plessi of the provinces of Milano and Lodi
          import curve FILE…      the official daily curve: a csv with the columns data, mi_nuovi_casi, lo_nuovi_casi
          import geometry FILE…   the shapes of the comuni: GeoJSON with the property codice_catastale

        Configuration goes with it as at a normal start, for example --Database:Path=/srv/portal/portal.db
        """;

    protected override string Usage => Help;

    public override async Task<int> RunAsync(CommandArguments arguments)
    {
        if (UnknownOption(arguments, []) is { } unknown)
        {
            return await FailAsync($"--{unknown} is not an option of this command.", CommandLine.NotUnderstood);
        }

        if (arguments.Words is not [("schools" or "curve" or "geometry") and var kind, _, ..])
        {
            return await NotUnderstoodAsync("import", arguments);
        }

        var worst = CommandLine.Done;
        foreach (var file in arguments.Words.Skip(1))
        {
            worst = Math.Max(worst, kind switch
            {
                "curve" => await ImportAsync(file, "days", async path =>
                {
                    using var reader = new StreamReader(path);
                    return await curve.ImportAsync(reader);
                }),
                "geometry" => await ImportAsync(file, "comuni", async path =>
                {
                    await using var stream = File.OpenRead(path);
                    return await geometry.ImportAsync(stream);
                }),
                _ => await ImportSchoolsAsync(file),
            });
        }

        return worst;
    }

    private async Task<int> ImportAsync(string file, string what, Func<string, Task<ImportOutcome>> import)
    {
        if (Find(file) is not { } path)
        {
            return await FailAsync($"The file '{file}' does not exist.");
        }

        var outcome = await import(path);
        foreach (var error in outcome.Errors)
        {
            await FailAsync($"{Path.GetFileName(path)}, {error}");
        }

        await Output.WriteLineAsync($"{Path.GetFileName(path)}: {outcome.Saved} {what} saved; left out: {outcome.Errors.Count} with a fault.");
        return outcome.Saved > 0 ? CommandLine.Done : CommandLine.Refused;
    }

    private async Task<int> ImportSchoolsAsync(string file)
    {
        if (Find(file) is not { } path)
        {
            return await FailAsync($"The file '{file}' does not exist.");
        }

        using var reader = new StreamReader(path);
        var outcome = await schools.ImportAsync(reader);
        foreach (var error in outcome.Errors)
        {
            await FailAsync($"{Path.GetFileName(path)}, {error}");
        }

        await Output.WriteLineAsync(
            $"{Path.GetFileName(path)}: {outcome.Saved} plessi saved, {outcome.Closed} closed; left out: {outcome.Elsewhere} of other provinces, {outcome.NoSite} that are no plesso, {outcome.Errors.Count} with a fault.");
        return outcome.Saved > 0 ? CommandLine.Done : CommandLine.Refused;
    }
}
