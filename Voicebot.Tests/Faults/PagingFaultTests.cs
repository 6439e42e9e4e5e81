using System.Text.Json.Nodes;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>The list goes wrong, or changes while it is read.</summary>
public sealed class PagingFaultTests
{
    private static IEnumerable<VendorConversation> Some(int count) =>
        Enumerable.Range(1, count)
            .Select(number => new ConversationBuilder($"conv_{number:00}").At($"2026-10-{number:00}T10:00:00Z").Build());

    [Theory]
    [InlineData(VendorPaging.RepeatedCursor)]
    [InlineData(VendorPaging.EmptyCursor)]
    public async Task Sync_ListThatBreaksOff_IsPartialAndTheNextCompletesIt(VendorPaging paging)
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.MaxItems = 4;
        vendor.Paging = paging;
        await using var server = await VoicebotServer.StartAsync(vendor);
        var broken = await server.SyncOneAsync();
        Assert.Equal(("partial", "list_incomplete"), (broken.Text("status"), broken.Text("error_code")));
        vendor.Paging = VendorPaging.Correct;
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        await VendorEquality.AssertAsync(server, vendor);
        Assert.Equal(12, vendor.DetailRequests.Count);
    }

    [Fact]
    public async Task Sync_CursorWithoutHasMore_GoesOnToTheEnd()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        (vendor.MaxItems, vendor.Paging) = (5, VendorPaging.CursorOnly);
        await using var server = await VoicebotServer.StartAsync(vendor);
        Assert.Equal(("completed", 12),
            ((await server.SyncOneAsync()).Text("status"), (await server.GetJsonAsync("api/conversations")).Whole("total")));
    }

    [Theory]
    [InlineData("invalid_cursor", "bad_request")]
    [InlineData("bad_request", "invalid_cursor")]
    public async Task Sync_CursorRefusedInTheMiddle_BeginsTheListAgainOnce(string code, string status)
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.MaxItems = 4;
        await using var server = await VoicebotServer.StartAsync(vendor);
        vendor.OnList(VendorFaults.None, VendorFaults.None, Refused(code, status));

        var run = await server.SyncOneAsync();

        Assert.Equal(("completed", 12, 12, 12),
            (run.Text("status"), run.Whole("conversations_fetched"), run.Whole("new_count"), vendor.DetailRequests.Count));
        Assert.Equal(6, vendor.ListRequests);
        await VendorEquality.AssertAsync(server, vendor);
    }

    [Fact]
    public async Task Sync_CursorRefusedAsAParameter_BeginsTheListAgain()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.MaxItems = 4;
        await using var server = await VoicebotServer.StartAsync(vendor);
        vendor.OnList(VendorFaults.None, VendorFaults.Status(422,
            """{"detail":[{"loc":["query","cursor"],"msg":"Invalid cursor","type":"value_error"}]}"""));
        Assert.Equal(("completed", 12),
            ((await server.SyncOneAsync()).Text("status"), (await server.GetJsonAsync("api/conversations")).Whole("total")));
    }

    [Fact]
    public async Task Sync_CursorRefusedAgain_IsPartialAndMarksNothingDeleted()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.MaxItems = 4;
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.OnList(VendorFaults.None, Refused("invalid_cursor", "x"), VendorFaults.None, VendorFaults.None,
            Refused("invalid_cursor", "x"));

        var run = await server.SyncOneAsync();

        Assert.Equal(("partial", "list_incomplete"), (run.Text("status"), run.Text("error_code")));
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        await VendorEquality.AssertAsync(server, vendor);
    }

    private static VendorFault Refused(string code, string status) =>
        VendorFaults.Status(400, $$$"""{"detail":{"type":"invalid_request_error","code":"{{{code}}}","status":"{{{status}}}","""
            + $$$""" "message":"The cursor is not valid."}}""");

    [Fact]
    public async Task Sync_BrokenListOfAnEarlierRun_MarksNothingDeleted()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.MaxItems = 4;
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Paging = VendorPaging.EmptyCursor;
        await server.SyncAsync();
        vendor.Paging = VendorPaging.Correct;
        await VendorEquality.AssertAsync(server, vendor);
    }

    [Fact]
    public async Task Sync_RowsThatArriveBetweenPages_AreThereAfterTheNextRun()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.MaxItems = 4;
        await using var server = await VoicebotServer.StartAsync(vendor);
        vendor.OnList(VendorFaults.None, async (http, right) =>
        {
            vendor.Add(new ConversationBuilder("conv_new").At("2026-10-30T10:00:00Z").Build());
            await VendorFaults.None(http, right);
        });
        await server.SyncAsync();
        await server.SyncAsync();
        await VendorEquality.AssertAsync(server, vendor);
    }

    [Fact]
    public async Task Sync_NullStartInTheList_TakesItFromTheDetails()
    {
        VendorConversation one = new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(one);
        vendor.OnList(VendorFaults.Body(new JsonObject
        {
            ["conversations"] = new JsonArray(WithoutStart(one)),
            ["has_more"] = false,
            ["next_cursor"] = null,
        }.ToJsonString()));
        await using var server = await VoicebotServer.StartAsync(vendor);
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        Assert.Equal("2026-10-05T10:00:00+00:00", (await server.GetJsonAsync("api/conversations/conv_1")).Text("start_time"));
    }

    [Fact]
    public async Task Sync_DeletedAtTheVendor_IsMarkedOnceAndComesBackWhenListedAgain()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(3));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var kept = vendor.Conversations.Single(one => one.Id == "conv_02");
        vendor.Remove("conv_02");
        var run = await server.SyncOneAsync();
        Assert.Equal(("completed", 1), (run.Text("status"), run.Whole("updated_count")));
        await VendorEquality.AssertAsync(server, vendor, ["conv_02"]);
        Assert.Equal(["conv_02"], (await server.GetJsonAsync("api/conversations?deleted=true")).Ids());
        var asked = vendor.DetailRequests.Count;
        Assert.Equal(0, (await server.SyncOneAsync()).Whole("updated_count"));
        Assert.Equal(asked, vendor.DetailRequests.Count);
        vendor.Add(kept);
        await server.SyncAsync();
        await VendorEquality.AssertAsync(server, vendor);
    }

    private static JsonObject WithoutStart(VendorConversation one)
    {
        var row = one.Copy().List;
        row["start_time_unix_secs"] = null;
        return row;
    }
}
