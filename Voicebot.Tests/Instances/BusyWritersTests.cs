using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Json;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Instances;

/// <summary>Three processes change conversations of the same agents, often the very same ones, while others read.</summary>
public sealed class BusyWritersTests : IDisposable
{
    private const int Processes = 3;
    private const int Events = 75;
    private const int Disputed = 5;
    private readonly SharedDatabase shared = new();
    private int answered; // how many new conversations are stored for certain

    public void Dispose() => shared.Dispose();

    [Fact]
    public async Task Write_ThreeProcessesTheSameAgents_FiguresEqualARecountAndNoAnswerIsOld()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using (var first = await shared.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one", "agent_two"], Clock = TimeProvider.System })) { }
        var products = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => ProductProcess.StartAsync(vendor.Url,
            shared.NewFolder(), more: [("VOICEBOT_DATABASE", shared.Address), ("ELEVENLABS_WEBHOOK_SECRET", SignedWebhook.Secret)])));
        try
        {
            using var written = new CancellationTokenSource();
            var readers = products.Select(product => ReadAsync(product.Http, written.Token)).ToList();
            await Task.WhenAll(products.Select((product, number) => WriteAsync(product.Http, number)));
            await written.CancelAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"{(await Task.WhenAll(readers)).Sum()} answers read meanwhile.");
            Assert.All(products, product => Assert.DoesNotContain("rror", product.Output, StringComparison.Ordinal));
        }
        finally
        {
            foreach (var product in products)
                product.Dispose();
        }

        using var database = shared.Open();
        Assert.Equal(0, database.Read(connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            return Recount.Differences(connection);
        }));
        Assert.Equal(answered + Disputed, shared.Count("SELECT COUNT(*) FROM conversations"));
        Assert.Equal(answered + Disputed, shared.Count("SELECT SUM(total) FROM daily_figures"));
        Assert.Equal(0, shared.Count("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    /// <summary>Each third event brings a new conversation; the others change one that all change, and often its agent.</summary>
    private async Task WriteAsync(HttpClient http, int process)
    {
        var random = new Random(process);
        for (var number = 0; number < Events; number++)
        {
            var isNew = number % 3 == 0;
            var id = isNew ? $"conv_{process}_{number}" : $"conv_disputed_{number % Disputed}";
            var conversation = new ConversationBuilder(id, random.Next(2) == 0 ? "agent_one" : "agent_two")
                .At($"2026-10-{1 + random.Next(5):00}T10:00:00Z").Lasting(random.Next(10, 400))
                .Cost(random.Next(500), random.Next(100) / 8.0)
                .Outcome(random.Next(2) == 0 ? "success" : "failure").Criterion("polite", random.Next(2) == 0 ? "success" : "failure")
                .Says("user", $"Word {random.Next()}");
            var envelope = new JsonObject
            {
                ["type"] = "post_call_transcription",
                ["event_timestamp"] = 1_790_000_000,
                ["data"] = conversation.Detail.DeepClone(),
            };
            using var response = await SignedWebhook.PostAsync(http, TimeProvider.System, JsonSerializer.SerializeToUtf8Bytes(envelope));
            Assert.Equal("stored", (await response.JsonAsync()).Text("status"));
            if (isNew)
                Interlocked.Increment(ref answered);
        }
    }

    /// <summary>Whatever was answered as stored before, to whomever, is in what this instance answers.</summary>
    /// <returns>How often it was asked.</returns>
    private async Task<int> ReadAsync(HttpClient http, CancellationToken enough)
    {
        var (total, tag, asked) = (0L, (string?)null, 0);
        for (; !enough.IsCancellationRequested; asked++)
        {
            var stored = Volatile.Read(ref answered);
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/kpis");
            if (tag is not null)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            var response = await http.SendAsync(request, CancellationToken.None);
            if (response.StatusCode != HttpStatusCode.NotModified)
            {
                tag = response.Headers.ETag!.ToString();
                total = (await response.JsonAsync()).Whole("total_conversations");
            }
            Assert.True(total >= stored, $"{stored} new conversations were stored, but {total} shown.");
        }
        return asked;
    }
}
