using System.Diagnostics;
using System.Globalization;
using Voicebot.Benchmarks.Filling;
using Voicebot.Benchmarks.Product;

namespace Voicebot.Benchmarks.Yardsticks;

/// <summary>
/// The product beside what others need for the same work on the same rows, in one run: ratios, because times are those of a machine.
/// What it answers goes over HTTP; DuckDB answers within the process that asks.
/// </summary>
public static class YardstickReport
{
    private const int ProductPort = 7395;
    private const int EmptyPort = 7396;
    private const int Times = 15;
    private const string Zone = "Europe/Warsaw";
    private const string Failures = "finished AND call_successful = 'failure'";

    // What a page of the list needs beside its rows: how many there are.
    private static readonly Question[] Questions =
    [
        new("list and total, three filters", "api/conversations?outcome=failure&direction=inbound&duration_min={0}",
            Page($"{Failures} AND direction = 'inbound' AND duration_seconds >= {{0}}", "start_time DESC")),
        new("list and total, a criterion of a month", "api/conversations?month=2026-10&criterion=polite:failure&duration_min={0}",
            Page("local_day >= '2026-10-01' AND local_day <= '2026-10-31' AND list_contains(criteria, 'polite:failure') "
                + "AND duration_seconds >= {0}", "start_time DESC")),
        new("list and total, several values and not", "api/conversations?not_language=pl&outcome=success,failure&duration_min={0}",
            Page("main_language IS DISTINCT FROM 'pl' AND finished AND call_successful IN ('success', 'failure') "
                + "AND duration_seconds >= {0}", "start_time DESC")),
        new("list and total, longest of two directions", "api/conversations?sort=-duration&direction=inbound,other&duration_min={0}",
            Page("direction IS DISTINCT FROM 'outbound' AND duration_seconds >= {0}", "duration_seconds DESC, start_time DESC")),
        new("list and total, after 17:00", "api/conversations?hour=17,18,19,20,21,22,23&duration_min={0}",
            Page("local_hour >= 17 AND duration_seconds >= {0}", "start_time DESC")),
        new("KPIs of inbound conversations", "api/kpis?direction=inbound&duration_min={0}",
            Figures("direction = 'inbound' AND duration_seconds >= {0}")),
        new("KPIs of nearly all conversations", "api/kpis?direction=inbound,outbound,other&duration_max=9{0}",
            Figures("duration_seconds > 0 AND duration_seconds <= 9{0}")),
        new("breakdowns of inbound conversations", "api/breakdowns?direction=inbound&duration_min={0}",
            Breakdowns("direction = 'inbound' AND duration_seconds >= {0}")),
    ];

    public static async Task RunAsync(string folder, int size)
    {
        var data = Path.Combine(folder, $"{size}");
        DatabaseFiller.Fill(data, size);
        var database = Path.Combine(data, "voicebot.db");
        using var duck = DuckDbFile.Of(database, TimeZoneInfo.FindSystemTimeZoneById(Zone));
        await (await ProductProcess.StartAsync(data, ProductPort)).DisposeAsync(); // warms the file cache
        await using var empty = await EmptyApp.StartAsync(EmptyPort);
        await using var product = await ProductProcess.StartAsync(data, ProductPort);
        var ready = await ReadyAsync(product);
        var nothing = (await Latencies.SequentialAsync(empty.Http, 200, i => $"?{i}")).Median;

        Console.WriteLine($"{size:N0} conversations, {Environment.ProcessorCount} cores; an empty answer takes {nothing:0.00} ms here");
        Console.WriteLine($"| work | the product | DuckDB {DuckDbFile.Version} | ratio |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var question in Questions)
        {
            var own = await Latencies.SequentialAsync(product.Http, Times, i => At(question.Path, i));
            var other = question.Statements.Sum(statement => duck.Time(Times, i => At(statement, i)).Median);
            Row(question.Work, own.Median, other, "ms");
        }
        Console.WriteLine($"| ready for filters after a start | {Number(ready.TotalSeconds)} s | | |");
        Console.WriteLine();
        Console.WriteLine("| work | the product | yardstick | ratio |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Row("start to first answer, beside an empty application", product.FirstAnswer.TotalSeconds, empty.FirstAnswer.TotalSeconds, "s");
        if (await SqliteCsv.WriteAsync(database) is { } csv)
        {
            var (bytes, seconds) = await ExportAsync(product);
            Row("CSV, beside `sqlite3 -csv`", bytes / seconds / 1e6, csv.Bytes / csv.Seconds / 1e6, "MB/s");
        }
    }

    /// <summary>Until answers under a filter come from memory.</summary>
    private static async Task<TimeSpan> ReadyAsync(ProductProcess product)
    {
        while (!product.Said.Contains("from memory", StringComparison.Ordinal))
        {
            if (product.Age > TimeSpan.FromMinutes(3))
                throw new TimeoutException("The product does not say that filters are answered from memory.");
            await Task.Delay(20);
        }
        return product.Age;
    }

    private static async Task<(long Bytes, double Seconds)> ExportAsync(ProductProcess product)
    {
        var watch = Stopwatch.StartNew();
        await using var stream = await product.Http.GetStreamAsync("api/export-csv");
        var buffer = new byte[256 * 1024];
        var bytes = 0L;
        while (await stream.ReadAsync(buffer) is > 0 and var read)
            bytes += read;
        return (bytes, watch.Elapsed.TotalSeconds);
    }

    private static void Row(string work, double own, double other, string unit) =>
        Console.WriteLine($"| {work} | {Number(own)} {unit} | {Number(other)} {unit} | {Number(own / other)} |");

    private static string Number(double number) => number.ToString(number < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);

    // Each is asked anew: none is answered from kept answers.
    private static string At(string question, int i) => string.Format(CultureInfo.InvariantCulture, question, 30 + i);

    private static string[] Page(string where, string order) =>
        [$"SELECT COUNT(*) FROM conversations WHERE {where}", $"SELECT id FROM conversations WHERE {where} ORDER BY {order} LIMIT 50"];

    private static string[] Figures(string where) =>
    [
        $"""
        SELECT local_day, COUNT(*), COUNT(*) FILTER (finished), COUNT(*) FILTER (finished AND call_successful = 'success'),
            COUNT(*) FILTER ({Failures}), COUNT(*) FILTER (status = 'done'), COUNT(*) FILTER (status = 'failed'),
            COUNT(*) FILTER (duration_seconds > 0), SUM(duration_seconds), COUNT(*) FILTER (finished AND transferred),
            COUNT(*) FILTER (finished AND agent_handover), COUNT(*) FILTER (dropout), COUNT(*) FILTER (finished AND technical_error),
            COUNT(bot_message_count), SUM(bot_message_count), SUM(message_count), COUNT(cost_credits), SUM(cost_credits),
            COUNT(cost_usd), SUM(cost_usd), COUNT(*) FILTER (direction = 'inbound'), COUNT(*) FILTER (direction = 'outbound')
        FROM conversations WHERE {where} GROUP BY local_day
        """,
        $"SELECT quantile_cont(duration_seconds, [0, 0.5, 0.9, 0.95, 1]) FROM conversations WHERE {where} AND duration_seconds > 0",
        $"SELECT rating, COUNT(*) FROM conversations WHERE {where} GROUP BY rating",
        $"SELECT local_hour, COUNT(*) FROM conversations WHERE {where} GROUP BY local_hour",
        $"SELECT answer, COUNT(*) FROM (SELECT unnest(criteria) AS answer FROM conversations WHERE {where}) GROUP BY answer",
    ];

    private static string[] Breakdowns(string where) =>
    [
        $"""
        SELECT agent_id, COUNT(*), COUNT(*) FILTER (finished), COUNT(*) FILTER (finished AND call_successful = 'success'),
            COUNT(*) FILTER ({Failures}), COUNT(*) FILTER (dropout), SUM(duration_seconds), SUM(cost_credits), SUM(cost_usd)
        FROM conversations WHERE {where} GROUP BY agent_id
        """,
        .. new[] { "end_reason", "main_language", "channel", "source", "status" }
            .Select(column => $"SELECT {column}, COUNT(*) FROM conversations WHERE {where} GROUP BY {column}"),
        $"SELECT tool, COUNT(*) FROM (SELECT unnest(tools) AS tool FROM conversations WHERE {where}) GROUP BY tool",
        $"SELECT quantile_cont(duration_seconds, [0.5, 0.9, 0.95]) FROM conversations WHERE {where} AND duration_seconds > 0",
        $"""
        SELECT COUNT(*), quantile_cont(wait, [0.5, 0.9, 0.95]), COUNT(*) FILTER (wait < 500), COUNT(*) FILTER (wait < 1000),
            COUNT(*) FILTER (wait < 1500), COUNT(*) FILTER (wait < 2000), COUNT(*) FILTER (wait < 3000), COUNT(*) FILTER (wait < 5000)
        FROM (SELECT unnest(response_times) AS wait FROM conversations WHERE {where})
        """,
        $"""
        SELECT local_day, answer, COUNT(*) FROM (SELECT local_day, unnest(criteria) AS answer FROM conversations WHERE {where})
        GROUP BY local_day, answer
        """,
        $"SELECT local_day, COUNT(rating), SUM(rating) FROM conversations WHERE {where} GROUP BY local_day",
    ];

    /// <param name="Statements">What DuckDB has to be asked for the same answer.</param>
    private sealed record Question(string Work, string Path, string[] Statements);
}
