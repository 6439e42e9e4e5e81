using System.Diagnostics;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>A disk of a few megabytes in memory (tmpfs), which only root on Linux may mount; elsewhere the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder mountPoint = new();

    public string Folder => mountPoint.FullPath;

    public static SmallDisk Mount(int megabytes)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            Assert.Skip("Mounting a small disk takes root on Linux.");
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Folder) == 0)
            return disk;
        disk.mountPoint.Dispose();
        Assert.Skip("This system does not let a small disk be mounted.");
        return disk;
    }

    public void Resize(int megabytes) => Assert.Equal(0, Run("mount", "-o", $"remount,size={megabytes}m", Folder));

    public void ReadOnly(bool readOnly) => Assert.Equal(0, Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Folder));

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        mountPoint.Dispose();
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
