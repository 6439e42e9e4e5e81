using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>Whatever breaks on the way, what was stored stays, the run tells what happened, and the next one completes it.</summary>
public sealed class SyncFaultsTests
{
    private static IEnumerable<VendorConversation> Some(int count) =>
        Enumerable.Range(1, count)
            .Select(number =>
            new ConversationBuilder($"conv_{number:000}").At($"2026-10-05T{number / 60:00}:{number % 60:00}:00Z").Build());

    [Fact]
    public async Task Sync_OneDetailGone_IsPartialAndKeepsTheOthers()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(20));
        vendor.OnDetail("conv_007", VendorFaults.Status(404, SampleFiles.Error("404-conversation")));
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        Assert.Equal(("partial", "details_failed", 20, 19, 1),
            (run.Text("status"), run.Text("error_code"), run.Whole("new_count"), run.Whole("details_fetched"),
            run.Whole("details_failed")));
        var missing = await server.GetJsonAsync("api/conversations/conv_007");
        Assert.Equal(("missing", "success"), (missing.Text("details_state"), missing.Text("call_successful")));
        Assert.NotNull(missing.Text("details_error"));
        Assert.Equal("read", (await server.GetJsonAsync("api/conversations/conv_008")).Text("details_state"));
    }

    [Fact]
    public async Task Sync_OneDetailMalformed_IsPartialAndReadByTheNextRun()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(5));
        vendor.OnDetail("conv_003", [.. Enumerable.Repeat(VendorFaults.Body("<html>proxy</html>"), 4)]);
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        Assert.Equal(("partial", 4, 1), (run.Text("status"), run.Whole("details_fetched"), run.Whole("details_failed")));
        Assert.Equal("failed", (await server.GetJsonAsync("api/conversations/conv_003")).Text("details_state"));
        vendor.Requests.Clear();
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        Assert.Equal(["conv_003"], vendor.DetailRequests);
        Assert.Equal("read", (await server.GetJsonAsync("api/conversations/conv_003")).Text("details_state"));
    }

    [Fact]
    public async Task Sync_EveryKindOfPassingFault_IsRiddenOut()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(10));
        vendor.MaxItems = 4;
        vendor.OnList(VendorFaults.Status(503), VendorFaults.None, VendorFaults.Truncated, VendorFaults.None, VendorFaults.Drop);
        vendor.OnDetail("conv_001", VendorFaults.Drop, VendorFaults.ResetInBody);
        vendor.OnDetail("conv_002", VendorFaults.Truncated, VendorFaults.Status(500, "oops"));
        vendor.OnDetail("conv_003", VendorFaults.Status(429, SampleFiles.Error("429-concurrency"), ("Retry-After", "0")));
        vendor.OnDetail("conv_004", VendorFaults.Status(409), VendorFaults.Status(408));
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        Assert.Equal(("completed", 10, 10, 0),
            (run.Text("status"), run.Whole("new_count"), run.Whole("details_fetched"), run.Whole("details_failed")));
    }

    [Theory]
    [InlineData(401, "401-invalid-key", "elevenlabs_key_refused", "settings")]
    [InlineData(401, "401-missing-permissions", "elevenlabs_permission_missing", "convai_read")]
    [InlineData(400, "400-key-id-used", "elevenlabs_key_refused", "sk_")]
    public async Task Sync_KeyRevokedWhileListing_FailsWithAdviceAndKeepsRows(int status, string body, string code, string advice)
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(10));
        vendor.MaxItems = 4;
        vendor.OnList(VendorFaults.None, VendorFaults.Status(status, SampleFiles.Error(body)));
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        Assert.Equal(("failed", code, 4), (run.Text("status"), run.Text("error_code"), run.Whole("new_count")));
        Assert.Contains(advice, run.Text("error_message"), StringComparison.Ordinal);
        Assert.DoesNotContain(VendorSimulator.Key, run.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, vendor.ListRequests);
        Assert.Equal(4, (await server.GetJsonAsync("api/conversations")).Whole("total"));
        Assert.Equal(("completed", 6),
            ((await server.SyncOneAsync()).Text("status"), (await server.GetJsonAsync("api/conversations")).Whole("total") - 4));
    }

    [Fact]
    public async Task Sync_KeyRevokedWhileReadingDetails_StopsAndKeepsWhatWasRead()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(60));
        // The oldest is asked for last.
        vendor.OnDetail("conv_001", VendorFaults.Status(401, SampleFiles.Error("401-invalid-key")));
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        Assert.Equal(("failed", "elevenlabs_key_refused", 60), (run.Text("status"), run.Text("error_code"), run.Whole("new_count")));
        var read = run.Whole("details_fetched");
        Assert.InRange(read, 1, 59);
        Assert.Equal(read, (await server.GetJsonAsync("api/conversations?per_page=200")).GetProperty("conversations").EnumerateArray()
            .Count(one => one.Text("details_state") == "read"));
        vendor.Requests.Clear();
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        Assert.Equal(60 - read, vendor.DetailRequests.Count);
    }

    [Fact]
    public async Task Sync_ListDown_FailsAndTheNextRunCompletes()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(3));
        vendor.OnEveryList(VendorFaults.Status(500, SampleFiles.Error("500-string-detail")));
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        Assert.Equal(("failed", "elevenlabs_unavailable", 0),
            (run.Text("status"), run.Text("error_code"), run.Whole("conversations_fetched")));
        Assert.Contains("Internal Server Error", run.Text("error_message"), StringComparison.Ordinal);
        Assert.Equal(4, vendor.ListRequests);
        vendor.OnEveryList(null);
        Assert.Equal(("completed", 3),
            ((await server.SyncOneAsync()).Text("status"), (await server.GetJsonAsync("api/conversations")).Whole("total")));
    }

    [Fact]
    public async Task Sync_DetailsDown_GivesUpInsteadOfTryingEachOne()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(80));
        vendor.OnEveryDetail(VendorFaults.Status(503));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            Patience = new ElevenLabsOptions
            {
                FirstPause = TimeSpan.FromMilliseconds(1),
                LongestPause = TimeSpan.FromMilliseconds(2),
                Retries = 1,
                CircuitThroughput = 10_000,
            },
        });
        var run = await server.SyncOneAsync();
        Assert.Equal(("failed", "elevenlabs_unavailable", 80), (run.Text("status"), run.Text("error_code"), run.Whole("new_count")));
        Assert.InRange(vendor.DetailRequests.Distinct().Count(), 12, 40);
        vendor.OnEveryDetail(null);
        Assert.Equal(("completed", 80),
            ((await server.SyncOneAsync()).Text("status"), (await server.GetJsonAsync("api/conversations?transcript=false"))
            .Whole("total")));
    }

    [Theory]
    [InlineData(VendorPaging.Overlapping, 10, "completed", null)]
    [InlineData(VendorPaging.RepeatedCursor, 8, "partial", "list_incomplete")]
    [InlineData(VendorPaging.EmptyCursor, 4, "partial", "list_incomplete")]
    public async Task Sync_PagesGoneWrong_EndsAndStoresEachRowOnce(VendorPaging paging, int stored, string status, string? code)
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(10));
        vendor.MaxItems = 4;
        vendor.Paging = paging;
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        Assert.Equal((status, code, stored, stored),
            (run.Text("status"), run.Text("error_code"), run.Whole("conversations_fetched"), run.Whole("new_count")));
        Assert.Equal(stored, (await server.GetJsonAsync("api/conversations")).Whole("total"));
        Assert.Equal(stored, vendor.DetailRequests.Count);
    }

    [Fact]
    public async Task Sync_CursorLostOnce_IsAskedForAgain()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(10));
        vendor.MaxItems = 4;
        vendor.OnList(VendorFaults.None, VendorFaults.Body("""{"conversations":[],"has_more":true,"next_cursor":""}"""));
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        Assert.Equal(("completed", 10), (run.Text("status"), run.Whole("new_count")));
    }

    [Fact]
    public async Task Sync_ManyDetails_AreReadConcurrentlyWithinTheLimit()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(120));
        // late enough that a slow machine asks for the next ones in the meantime
        vendor.OnEveryDetail(VendorFaults.Late(TimeSpan.FromMilliseconds(250)));
        await using var server = await VoicebotServer.StartAsync(vendor);
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        Assert.InRange(vendor.PeakDetails, 5, 16);
        Assert.Equal(120, vendor.DetailRequests.Count);
    }
}
