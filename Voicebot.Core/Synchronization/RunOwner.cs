using System.Diagnostics;
using System.Globalization;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Names who owns runs, so that after a crash the next one of the same computer sees at once that the owner is gone. No two services that
/// carry runs have the same name, of one process neither: what another has taken over is not ours any more.
/// </summary>
public static class RunOwner
{
    private const string TimeFormat = "yyyyMMddHHmmss";

    /// <summary>
    /// Where process ids mean the same: the computer since its start, and there the container. Computers may share a name, and containers
    /// one computer and its name.
    /// </summary>
    public static string Machine { get; } = string.Join('/', new[] { Environment.MachineName, Boot(), Container() }.OfType<string>());

    private static readonly string Us = Of(Process.GetCurrentProcess()); // after the machine, of which it is made
    private static int names;

    /// <summary>A new name: machine|process id|start of the process|number.</summary>
    public static string New() =>
        string.Create(CultureInfo.InvariantCulture, $"{Us}|{Interlocked.Increment(ref names)}");

    /// <summary>False only when the owner surely is gone; a process of another machine is judged by its heartbeat.</summary>
    public static bool MayBeAlive(string owner)
    {
        var parts = owner.Split('|');
        if (parts.Length is not (3 or 4) || parts[0] != Machine || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id))
            return true;
        try
        {
            using var process = Process.GetProcessById(id);
            return IsStartOf(process, parts[2]);
        }
        catch (ArgumentException)
        {
            return false; // no such process
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return true; // another user's process: its heartbeat decides
        }
    }

    private static string Of(Process process) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Machine}|{process.Id}|"
            + $"{process.StartTime.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture)}");

    /// <summary>The system computes the start from ticks since boot, so that two readings can differ by a second.</summary>
    private static bool IsStartOf(Process process, string time) =>
        DateTime.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
        && (process.StartTime.ToUniversalTime() - start).Duration() < TimeSpan.FromSeconds(3);

    private static string? Boot() =>
        File.Exists("/proc/sys/kernel/random/boot_id") ? File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim() : null;

    private static string? Container() => Directory.Exists("/proc/self/ns") ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
}
