using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>What a portal under test is started with.</summary>
public sealed record PortalSettings
{
    public string Environment { get; init; } = "Development";

    /// <summary>Configuration besides addresses and database, for example <c>Identity:IdleMinutes</c>.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// The built portal as a process of its own, on a free port and a database of its own: what the tests meet is what runs,
/// and it can be killed like what runs.
/// </summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private const string ReadyMark = "The portal is open at";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly PortalSettings _settings;
    private readonly DirectoryInfo _folder;
    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _process;

    private PortalProcess(PortalSettings settings)
    {
        _settings = settings;
        _folder = Directory.CreateTempSubdirectory("portal-process-");
        Address = new Uri($"http://localhost:{FreePort()}");
    }

    public Uri Address { get; }

    public string DatabasePath => Path.Combine(_folder.FullName, "portal.db");

    /// <summary>Everything that the portal has written to its output, over all its lives.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    private static string AppAssembly { get; } = Metadata("AppAssembly");

    private static string AppContentRoot { get; } = Metadata("AppContentRoot");

    /// <param name="prepare">Runs before the portal starts, for example to register users on its database.</param>
    public static async Task<PortalProcess> StartAsync(PortalSettings? settings = null, Func<PortalProcess, Task>? prepare = null)
    {
        var portal = new PortalProcess(settings ?? new PortalSettings());
        if (prepare is not null)
        {
            await prepare(portal);
        }

        await portal.StartAsync();
        return portal;
    }

    /// <summary>Starts a portal that is expected to give up, and waits until it has.</summary>
    public static async Task<Ended> StartAndFailAsync(PortalSettings settings)
    {
        await using var portal = new PortalProcess(settings);
        return await portal.RunToEndAsync(portal.ServeArguments(), "");
    }

    /// <summary>Starts it again, on the same address and database.</summary>
    public async Task StartAsync()
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Begin(ServeArguments(), line =>
        {
            _lines.Enqueue(line);
            if (line.Contains(ReadyMark, StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        });
        _process = process;
        var exit = process.WaitForExitAsync();
        if (await Task.WhenAny(ready.Task, exit).WaitAsync(Patience) == exit)
        {
            throw new InvalidOperationException(
                $"The portal ended with {process.ExitCode} instead of starting:{Environment.NewLine}{string.Join(Environment.NewLine, _lines)}");
        }
    }

    /// <summary>Ends it as a power cut would: SIGKILL, nothing is said goodbye to.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    /// <summary>Asks it to end, as a new version being put in its place does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        var process = _process ?? throw new InvalidOperationException("The portal does not run.");
        Assert.True(Signals.Terminate(process), "The system refused to ask the portal to end.");
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
        _process = null;
    }

    /// <summary>Stops it without ending it, as a machine that has no time for it would; what it returns lets it go on.</summary>
    public IDisposable Freeze() => new FrozenProcess(_process ?? throw new InvalidOperationException("The portal does not run."));

    /// <summary>Runs a command of the portal's command line on this portal's database.</summary>
    public Task<Ended> CommandAsync(string[] words, string input = "") =>
        RunToEndAsync([.. words, $"--Database:Path={DatabasePath}", $"--contentRoot={AppContentRoot}"], input);

    public PortalHttpClient NewClient() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    private static string Metadata(string key) =>
        typeof(PortalProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string[] ServeArguments() =>
    [
        $"--contentRoot={AppContentRoot}",
        $"--urls={Address.GetLeftPart(UriPartial.Authority)}",
        $"--Database:Path={DatabasePath}",
        .. Defaults().Select(c => $"--{c.Key}={c.Value}"),
    ];

    private Dictionary<string, string> Defaults()
    {
        var configuration = new Dictionary<string, string>
        {
            ["Portal:PublicAddress"] = Address.GetLeftPart(UriPartial.Authority),
            ["Identity:SignInAttemptsPerMinute"] = "10000",
        };
        foreach (var (key, value) in _settings.Configuration)
        {
            configuration[key] = value;
        }

        return configuration;
    }

    private async Task<Ended> RunToEndAsync(string[] arguments, string input)
    {
        var output = new ConcurrentQueue<string>();
        using var process = Begin(arguments, output.Enqueue);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new Ended(process.ExitCode, string.Join(Environment.NewLine, output));
    }

    private Process Begin(string[] arguments, Action<string> received)
    {
        var start = new ProcessStartInfo("dotnet", [AppAssembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = _settings.Environment;
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Take(string? line)
        {
            if (line is not null)
            {
                received(line);
            }
        }
    }

    /// <param name="Output">Output and errors together.</param>
    public sealed record Ended(int ExitCode, string Output);
}
