using System.Diagnostics;
using Voicebot.Benchmarks.Filling;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Benchmarks.Product;

/// <summary>What touches every conversation: another reporting zone, and the comparison with a full recount.</summary>
public static class ZoneReport
{
    public static void Run(string folder, int size)
    {
        var data = Path.Combine(folder, $"{size}");
        DatabaseFiller.Fill(data, size);
        using var database = new Database(Path.Combine(data, "voicebot.db"));
        foreach (var zone in new[] { "America/New_York", "Europe/Warsaw" })
        {
            using var done = new CancellationTokenSource();
            var reads = Task.Run(() => ReadMeanwhile(database, done.Token));
            var watch = Stopwatch.StartNew();
            database.Write(connection => Recount.Rebuild(connection, ReportingZone.Find(zone)!));
            var took = watch.Elapsed;
            done.Cancel();
            Console.WriteLine($"{size:N0} conversations to {zone}: {took.TotalSeconds:0.0} s in one transaction; {reads.Result.Count:N0} "
                + $"reads meanwhile, the longest {reads.Result.Longest.TotalMilliseconds:0.0} ms");
        }
        var check = Stopwatch.StartNew();
        var differences = database.Write(connection => Recount.Mend(connection));
        Console.WriteLine($"compared with a full recount: {check.Elapsed.TotalSeconds:0.0} s, {differences} days differ");
    }

    private static (int Count, TimeSpan Longest) ReadMeanwhile(Database database, CancellationToken done)
    {
        var (count, longest) = (0, TimeSpan.Zero);
        while (!done.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            database.Read(connection => AggregateStore.Days(connection, new AggregateScope([], null, null)));
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            count++;
        }
        return (count, longest);
    }
}
