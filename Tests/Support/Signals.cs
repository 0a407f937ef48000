using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>What the system can tell a process. .NET can only kill.</summary>
internal static class Signals
{
    private const int SigTerm = 15;

    /// <summary>SIGTERM; Windows has none, and a process without a window cannot be asked there: it is ended.</summary>
    public static bool Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
            return true;
        }

        return Kill(process.Id, SigTerm) == 0;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
