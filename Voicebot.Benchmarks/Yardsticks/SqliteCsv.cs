using System.Diagnostics;

namespace Voicebot.Benchmarks.Yardsticks;

/// <summary>The rows of the export, written as CSV by SQLite's own program.</summary>
public static class SqliteCsv
{
    private const string Rows = """
        SELECT c.conversation_id, c.agent_id, c.agent_name, c.status, c.call_successful, c.start_time, c.duration_seconds,
            c.message_count, c.bot_message_count, c.direction, c.source, c.channel, c.main_language, c.agent_phone, c.client_phone,
            c.rating, c.termination_reason, c.end_reason, c.transferred, c.agent_handover, c.dropout, c.technical_error,
            c.cost_credits, c.cost_usd, t.title, t.summary, c.criteria, t.collected
        FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id ORDER BY c.start_time DESC, c.id DESC
        """;

    /// <returns>Bytes and seconds; null where the program is not there.</returns>
    public static async Task<(long Bytes, double Seconds)?> WriteAsync(string database)
    {
        var start = new ProcessStartInfo("sqlite3") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-readonly", "-csv", database, Rows })
            start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        using (process)
        {
            var buffer = new byte[256 * 1024];
            var bytes = 0L;
            while (await process.StandardOutput.BaseStream.ReadAsync(buffer) is > 0 and var read)
                bytes += read;
            await process.WaitForExitAsync();
            return (bytes, watch.Elapsed.TotalSeconds);
        }
    }
}
