using System.Diagnostics;
using System.Globalization;

namespace Voicebot.Core.Synchronization;

/// <summary>Names this process as the owner of runs, so that after a crash the next one sees at once that the owner is gone.</summary>
public static class RunOwner
{
    private const string TimeFormat = "yyyyMMddHHmmss";

    /// <summary>machine|process id|start of the process.</summary>
    public static string Current { get; } = Of(Process.GetCurrentProcess());

    /// <summary>False only when the owner surely is gone; a process of another machine is judged by its heartbeat.</summary>
    public static bool MayBeAlive(string owner)
    {
        var parts = owner.Split('|');
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id))
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
            $"{Environment.MachineName}|{process.Id}|"
            + $"{process.StartTime.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture)}");

    /// <summary>The system computes the start from ticks since boot, so that two readings can differ by a second.</summary>
    private static bool IsStartOf(Process process, string time) =>
        DateTime.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
        && (process.StartTime.ToUniversalTime() - start).Duration() < TimeSpan.FromSeconds(3);
}
