using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Epidemic;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Infrastructure.Schools.Register;
using CovidSchoolReporting.Infrastructure.Simulation;

namespace CovidSchoolReporting.App.Commands;

/// <summary>
/// What can be asked of the program instead of serving: managing institutes, users, deliveries and clients of the API, taking over open data. It works on the
/// configured database, beside a running portal too.
/// Exit codes: 0 done, 1 refused, 2 not understood.
/// </summary>
internal static class CommandLine
{
    public const int Done = 0, Refused = 1, NotUnderstood = 2;

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit code; null when the arguments name none and the portal is to start.</returns>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        if (args is not [("users" or "institutes" or "deliveries" or "clients" or "import" or "simulate") and var name, .. var rest])
        {
            return null;
        }

        if (!CommandArguments.TryRead(rest, out var arguments, out var error))
        {
            await Console.Error.WriteLineAsync(error);
            return NotUnderstood;
        }

        if (arguments.Words is ["help"] || (arguments.Words is [] && (name != "simulate" || arguments.Options.Count == 0)))
        {
            await Console.Out.WriteLineAsync(name switch
            {
                "users" => UsersCommand.Help,
                "institutes" => InstitutesCommand.Help,
                "import" => ImportCommand.Help,
                "simulate" => SimulateCommand.Help,
                "clients" => ClientsCommand.Help,
                _ => DeliveriesCommand.Help,
            });
            return arguments.Words is [] ? NotUnderstood : Done;
        }

        await using var app = Build(arguments.Configuration);
        app.ValidateConfiguration();
        await app.Services.PrepareDatabaseAsync();
        return await Find(name, app.Services).RunAsync(arguments);
    }

    private static Command Find(string name, IServiceProvider services) => name switch
    {
        "users" => new UsersCommand(
            services.GetRequiredService<UserDirectory>(),
            services.GetRequiredService<UserImport>(),
            services.GetRequiredService<EmbeddedAccounts>(),
            Console.In,
            Console.Out,
            Console.Error),
        "institutes" => new InstitutesCommand(
            services.GetRequiredService<InstituteRegister>(),
            services.GetRequiredService<InstituteImport>(),
            services.GetRequiredService<PlaceRegister>(),
            Console.Out,
            Console.Error),
        "simulate" => new SimulateCommand(services.GetRequiredService<Simulator>(), Console.Out, Console.Error),
        "import" => new ImportCommand(
            services.GetRequiredService<RegisterImport>(),
            services.GetRequiredService<CurveImport>(),
            services.GetRequiredService<GeometryImport>(),
            Console.Out,
            Console.Error),
        "clients" => new ClientsCommand(
            services.GetRequiredService<ApiClientDirectory>(),
            string.IsNullOrWhiteSpace(services.GetRequiredService<IConfiguration>()[$"{IdentityOptions.Section}:{nameof(IdentityOptions.Authority)}"]),
            Console.Out,
            Console.Error),
        _ => new DeliveriesCommand(services.GetRequiredService<DeadDeliveries>(), Console.Out, Console.Error),
    };

    private static WebApplication Build(string[] configuration)
    {
        var builder = WebApplication.CreateBuilder(configuration);
        builder.Logging.ClearProviders();

        // Of everything that comes with the database a command needs a small part: the rest may miss what it depends on.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PortalClock>();
        builder.Services.AddDomain();
        builder.Services.AddPersistence();
        builder.Services.AddSingleton<DeadDeliveries>();
        builder.Services.AddSingleton<Simulator>();
        builder.Services.AddUserStores();
        return builder.Build();
    }
}
