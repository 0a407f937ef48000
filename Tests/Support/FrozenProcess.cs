using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>A process that the system gives no time until this is disposed.</summary>
internal sealed class FrozenProcess : IDisposable
{
    private readonly Process _process;
    private bool _thawed;

    public FrozenProcess(Process process)
    {
        _process = process;
        Send(freeze: true);
    }

    public void Dispose()
    {
        if (!_thawed)
        {
            _thawed = true;
            Send(freeze: false);
        }
    }

    // .NET has no call for this; every system has one.
    private void Send(bool freeze)
    {
        var refused = (OperatingSystem.IsWindows(), freeze) switch
        {
            (true, true) => NtSuspendProcess(_process.Handle),
            (true, false) => NtResumeProcess(_process.Handle),
            (false, true) => Kill(_process.Id, OperatingSystem.IsMacOS() ? 17 : 19),
            (false, false) => Kill(_process.Id, OperatingSystem.IsMacOS() ? 19 : 18),
        };
        Assert.True(refused == 0, $"The system refused to {(freeze ? "freeze" : "thaw")} the portal.");
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);

    [DllImport("ntdll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int NtSuspendProcess(IntPtr process);

    [DllImport("ntdll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int NtResumeProcess(IntPtr process);
}
