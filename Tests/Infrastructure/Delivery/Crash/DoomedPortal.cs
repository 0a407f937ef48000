using System.Diagnostics;
using System.Globalization;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Delivery.Crash;

/// <summary>The real portal in a process of its own, with a busy school inside, until it is killed.</summary>
public sealed class DoomedPortal : IDisposable
{
    private readonly Process _process;

    private DoomedPortal(Process process) => _process = process;

    /// <param name="agency">The agency's server, or null for its intake in the database.</param>
    public static DoomedPortal Start(string database, int instituteId, AgencyStub? agency)
    {
        var here = AppContext.BaseDirectory;
        List<string> arguments =
        [
            "exec", "--depsfile", Path.Combine(here, "Tests.deps.json"), "--runtimeconfig", Path.Combine(here, "Tests.runtimeconfig.json"),
            Path.Combine(here, "App.dll"),
            $"--Database:Path={database}",
            $"--{BusySchool.InstituteKey}={instituteId}",
            "--urls=http://127.0.0.1:0",
            "--Portal:StartDay=2020-11-25",

            // A line for each command of the database: so many points at which to die.
            "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Information",
        ];
        if (agency is not null)
        {
            arguments.AddRange([$"--Delivery:Endpoint={agency.Address}", $"--Delivery:Secret={AgencyStub.Secret}"]);
        }

        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = here };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "Tests";
        return new DoomedPortal(Process.Start(start)!);
    }

    /// <summary>Kills it, without a chance to tidy up, so many lines of its log after its school has closed a first case.</summary>
    /// <returns>Ids of the cases that the school was told are closed.</returns>
    public async Task<IReadOnlyList<int>> KillAfterAsync(int lines, CancellationToken cancellationToken)
    {
        var closed = new List<int>();
        var last = new Queue<string>();
        for (var count = 0; count < lines;)
        {
            var line = await _process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException($"The portal ended by itself:\n{string.Join('\n', last)}");
            last.Enqueue(line);
            if (last.Count > 30)
            {
                last.Dequeue();
            }

            if (line.StartsWith(BusySchool.ClosedMark, StringComparison.Ordinal))
            {
                closed.Add(int.Parse(line[BusySchool.ClosedMark.Length..], CultureInfo.InvariantCulture));
            }

            count += closed.Count > 0 ? 1 : 0;
        }

        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
        return closed;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
