using System.Diagnostics;
using Microsoft.Playwright;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Finds a Chrome, Chromium or Edge, or gets one. Without a browser the tests fail: they are never left out.</summary>
internal static class BrowserFinder
{
    private const string Variable = "CHROME_PATH";
    private const string HeadlessShell = "chromium-headless-shell";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Without a window to draw, the first takes two thirds of the time of the others.
    private static readonly string[] Names =
    [
        HeadlessShell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge",
    ];

    // With no display, nothing must speak to the outside: neither updates nor the services of the browser's maker.
    private static readonly string[] Arguments =
        ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu"];

    private static readonly string[] RootArguments = ["--no-sandbox"];

    private static readonly string[] UsualPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        ProgramIn(Environment.SpecialFolder.ProgramFiles, "Google/Chrome/Application/chrome.exe"),
        ProgramIn(Environment.SpecialFolder.ProgramFilesX86, "Google/Chrome/Application/chrome.exe"),
        ProgramIn(Environment.SpecialFolder.LocalApplicationData, "Google/Chrome/Application/chrome.exe"),
        ProgramIn(Environment.SpecialFolder.ProgramFilesX86, "Microsoft/Edge/Application/msedge.exe"),
    ];

    /// <exception cref="InvalidOperationException">There is no browser and none could be had; the message says what was tried.</exception>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var options = new BrowserTypeLaunchOptions
        {
            ExecutablePath = Installed(),
            Args = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? [.. RootArguments, .. Arguments] : Arguments,
        };
        if (options.ExecutablePath is null && !await InstallOwnAsync())
        {
            options.ExecutablePath = await InstallPackageAsync()
                ?? throw new InvalidOperationException(
                    "The browser tests need a browser. There is no Chrome, Chromium or Edge in the usual places or on the PATH, "
                    + "Playwright could not install its own, and a package could not be installed (that takes root on Debian or Ubuntu). "
                    + $"Install one of them, or set {Variable} to the program's path.");
        }

        return await playwright.Chromium.LaunchAsync(options);
    }

    private static string? Installed()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new InvalidOperationException($"{Variable} is '{named}', where there is no file.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return UsualPlaces.Concat(Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + suffix))))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<bool> InstallOwnAsync()
    {
        try
        {
            return await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(Patience) == 0;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task<string?> InstallPackageAsync()
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/etc/debian_version"))
        {
            return null;
        }

        return await RunAsync("apt-get", "update") && (await InstallPackageAsync(HeadlessShell) || await InstallPackageAsync("chromium"))
            ? Installed()
            : null;
    }

    private static Task<bool> InstallPackageAsync(string package) =>
        RunAsync("apt-get", "install", "-y", "--no-install-recommends", package);

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
            return process.ExitCode == 0;
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            return false;
        }
    }

    private static string ProgramIn(Environment.SpecialFolder folder, string path) =>
        Path.Combine(Environment.GetFolderPath(folder), path);
}
