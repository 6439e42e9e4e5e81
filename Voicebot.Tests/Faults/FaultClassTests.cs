using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>
/// Each way in which the vendor or the line can fail, at places drawn by a fixed seed: the database ends up equal to the vendor.
/// </summary>
public sealed class FaultClassTests
{
    private const int Conversations = 14;
    private const int MostRuns = 6;

    private const string NoEnd = "body that never ends";
    private const string NoAnswer = "no answer at all";

    /// <summary>Only where an answer never comes is it given up soon: the others may be late on a machine with much else to do.</summary>
    private static ElevenLabsOptions PatienceFor(string fault) => new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(5),
        Retries = 3,
        AttemptTimeout = fault is NoEnd or NoAnswer ? TimeSpan.FromMilliseconds(400) : Eventually.LongestWait,
        CircuitBreak = TimeSpan.FromMilliseconds(500), // Polly's least
    };

    private static readonly Dictionary<string, VendorFault> Classes = new()
    {
        ["429 without a pause"] = VendorFaults.Status(429, """{"detail":{"status":"system_busy","message":"busy"}}"""),
        ["429 with Retry-After"] = VendorFaults.Status(429, "{}", ("Retry-After", "0")),
        ["500"] = VendorFaults.Status(500, """{"detail":"Internal Server Error"}"""),
        ["503 as a proxy's page"] = VendorFaults.Status(503, "<html>Service Unavailable</html>"),
        ["dropped connection"] = VendorFaults.Drop,
        ["reset in the body"] = VendorFaults.ResetInBody,
        [NoEnd] = VendorFaults.SlowBody(new TaskCompletionSource().Task),
        [NoAnswer] = VendorFaults.Held(new TaskCompletionSource().Task),
        ["truncated JSON"] = VendorFaults.Truncated,
        ["empty body"] = VendorFaults.Body(""),
        ["an array instead of an object"] = VendorFaults.Body("[]"),
        ["an object without the members"] = VendorFaults.Body("{}"),
        ["a page instead of JSON"] = VendorFaults.Body("<html>login</html>"),
        ["422 on a good request"] = VendorFaults.Status(422, """{"detail":[{"loc":["query"],"msg":"no","type":"x"}]}"""),
        ["404 for a moment"] = VendorFaults.Status(404, """{"detail":{"status":"conversation_history_not_found","message":"x"}}"""),
    };

    public static TheoryData<string, int> FaultsAndCases =>
        [.. Classes.Keys.Select(name => new TheoryDataRow<string, int>(name, name is NoEnd or NoAnswer ? 2 : 4))];

    [Theory]
    [MemberData(nameof(FaultsAndCases))]
    public async Task Sync_UnderThisFault_EndsEqualToTheVendor(string fault, int cases)
    {
        for (var seed = 0; seed < cases; seed++)
            await RunAsync(fault, new Random(seed));
    }

    private static async Task RunAsync(string name, Random random)
    {
        var fault = Classes[name];
        await using var vendor = await VendorSimulator.StartAsync(Enumerable.Range(1, Conversations).Select(number =>
            new ConversationBuilder($"conv_{number:00}").At($"2026-10-{number:00}T10:00:00Z").Cost(number, number / 10.0)
                .Talks(number % 5).Build()));
        vendor.MaxItems = 5;
        var setup = new VoicebotServerSetup { Vendor = vendor, Patience = PatienceFor(name) };
        await using var server = await VoicebotServer.StartAsync(setup);
        vendor.OnList([.. Enumerable.Range(0, 4).Select(_ => random.Next(2) == 0 ? fault : VendorFaults.None)]);
        foreach (var number in Enumerable.Range(1, Conversations).Where(_ => random.Next(3) == 0))
            vendor.OnDetail($"conv_{number:00}", [.. Enumerable.Repeat(fault, random.Next(1, 3))]);

        var status = "";
        for (var run = 0; run < MostRuns && status != "completed"; run++)
            status = (await server.SyncOneAsync("2026-10-01", "2026-10-31")).Text("status");
        Assert.Equal("completed", status);
        await VendorEquality.AssertAsync(server, vendor);
        // Only an answer that was lost or refused is asked for again.
        Assert.Equal(Conversations, (await server.GetJsonAsync("api/conversations?channel=web")).Whole("total"));
        var good = vendor.DetailRequests.Count;
        Assert.Equal("completed", (await server.SyncOneAsync("2026-10-01", "2026-10-31")).Text("status"));
        Assert.Equal(good, vendor.DetailRequests.Count);
    }
}
