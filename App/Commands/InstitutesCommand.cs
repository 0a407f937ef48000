using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Infrastructure.Schools;

namespace CovidSchoolReporting.App.Commands;

/// <summary><c>institutes …</c>: which schools report through the portal, until there are screens for it.</summary>
internal sealed class InstitutesCommand(
    InstituteRegister register, InstituteImport import, PlaceRegister places, TextWriter output, TextWriter errors) : Command(output, errors)
{
    public static string Help { get; } = $"""
        Manages the institutes of the portal and their plessi.

          institutes list
          institutes add --code CODE --name "NAME" --site-code CODE --site-name "NAME" --type {SchoolNotation.TypeNames} --municipality COMUNE
          institutes import FILE.csv    columns institute_code,institute_name,site_code,site_name,type,municipality;
                                        one row for each plesso; all rows or none

        Both add what is new and put right the names of what is known: they may be run again. A comune is a name, a name with its
        province ("Lodi (LO)") or a Belfiore code, in the provinces of Milano and Lodi.
        Configuration goes with it as at a normal start, for example --Database:Path=/srv/portal/portal.db
        """;

    private static readonly string[] AddOptions = ["code", "name", "site-code", "site-name", "type", "municipality"];

    protected override string Usage => Help;

    public override Task<int> RunAsync(CommandArguments arguments)
    {
        if (UnknownOption(arguments, arguments.Words is ["add"] ? AddOptions : []) is { } unknown)
        {
            return FailAsync($"--{unknown} is not an option of this command.", CommandLine.NotUnderstood);
        }

        return arguments.Words switch
        {
            ["list"] => ListAsync(),
            ["add"] => AddAsync(arguments),
            ["import", var file] => ImportAsync(file, "plessi saved", reader => import.ImportAsync(reader)),
            _ => NotUnderstoodAsync("institutes", arguments),
        };
    }

    private async Task<int> ListAsync()
    {
        foreach (var institute in await register.ListAsync())
        {
            await Output.WriteLineAsync($"{institute.Code}\t{institute.Name}");
            foreach (var site in institute.Sites)
            {
                var municipality = places.FindByCode(site.MunicipalityCode)?.Label ?? site.MunicipalityCode;
                await Output.WriteLineAsync($"  {site.Code}\t{site.Name}\t{SchoolNotation.Write(site.Type)}\t{municipality}");
            }
        }

        return CommandLine.Done;
    }

    private async Task<int> AddAsync(CommandArguments arguments)
    {
        if (!SchoolNotation.TryRead(
                places,
                (arguments.Option("code"), arguments.Option("name")),
                (arguments.Option("site-code"), arguments.Option("site-name")),
                arguments.Option("type"), arguments.Option("municipality"), out var site, out var error))
        {
            return await FailAsync(error);
        }

        if (await register.SaveAsync([site]) is [var refused])
        {
            return await FailAsync(string.Join(Environment.NewLine, refused.Reasons));
        }

        await Output.WriteLineAsync($"{site.InstituteCode} {site.SiteCode} saved.");
        return CommandLine.Done;
    }
}
