using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Voicebot.Benchmarks.Vendor;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Benchmarks.Product;

/// <summary>
/// The same first sync by one, two and four instances on one PostgreSQL server, against what the limit of requests at the vendor allows.
/// </summary>
public static class InstancesReport
{
    private const int FirstPort = 7401;

    /// <returns>False when there is no server.</returns>
    public static async Task<bool> RunAsync(int agents, int count, TimeSpan latency)
    {
        if (Environment.GetEnvironmentVariable("VOICEBOT_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            Console.Error.WriteLine("Name a PostgreSQL server (15 or later) in VOICEBOT_TEST_POSTGRES, as an Npgsql connection string.");
            return false;
        }
        var atOnce = new ElevenLabsOptions().MaxConcurrency;
        var allowed = latency * ((double)count / atOnce);
        Console.WriteLine($"{count:N0} conversations of {agents} agents at {latency.TotalMilliseconds} ms; {atOnce} requests at once "
            + $"allow {allowed.TotalSeconds:0.0} s");
        foreach (var instances in (int[])[1, 2, 4])
        {
            var (took, read) = await MeasureAsync(server, instances, [.. Enumerable.Range(1, agents).Select(one => $"agent_{one:00}")],
                count, latency);
            Console.WriteLine($"{instances} instances: {took.TotalSeconds:0.0} s, {allowed / took:0.00} of what the limit allows, "
                + $"{read:N0} details read");
        }
        return true;
    }

    private static async Task<(TimeSpan Took, int Read)> MeasureAsync(string server, int instances, IReadOnlyList<string> agents,
        int count, TimeSpan latency)
    {
        var name = $"vb_benchmark_{Environment.ProcessId}_{instances}";
        var data = Directory.CreateTempSubdirectory("voicebot-instances-").FullName;
        var products = new List<ProductProcess>();
        Run(server, $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        try
        {
            await using var vendor = await QuickVendor.StartAsync(count, latency, agents);
            var database = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
            for (var one = 0; one < instances; one++)
                products.Add(await ProductProcess.StartAsync(Path.Combine(data, $"{one}"), FirstPort + one, vendor.Url, null, database));
            var http = products[0].Http;
            await PostAsync(http, "api/settings", new { agents = agents.Select(id => new { id }) });
            var watch = Stopwatch.StartNew();
            await PostAsync(http, "api/sync", new { start_date = "2026-09-01", end_date = "2026-11-01" });
            while (await IsOnAsync(http, agents.Count))
                await Task.Delay(50);
            return (watch.Elapsed, vendor.DetailRequests);
        }
        finally
        {
            foreach (var product in products)
                await product.DisposeAsync();
            Run(server, $"DROP DATABASE {name} WITH (FORCE)");
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task PostAsync(HttpClient http, string address, object body) =>
        (await http.PostAsJsonAsync(address, body)).EnsureSuccessStatusCode();

    private static async Task<bool> IsOnAsync(HttpClient http, int agents)
    {
        var runs = (await http.GetFromJsonAsync<JsonElement>($"api/sync-logs?limit={agents}")).EnumerateArray()
            .Select(run => run.GetProperty("status").GetString()).ToList();
        return runs.Exists(status => status is "queued" or "running") || (runs.TrueForAll(status => status == "completed") ? false
            : throw new InvalidOperationException($"The runs ended as {string.Join(", ", runs.Distinct())}."));
    }

    private static void Run(string server, string sql)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
