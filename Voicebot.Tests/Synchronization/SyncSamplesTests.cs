using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>The vendor's example documents, served together, give the expected rows.</summary>
public sealed class SyncSamplesTests(SyncSamplesTests.Samples samples) : IClassFixture<SyncSamplesTests.Samples>
{
    [Fact]
    public async Task Sync_Samples_StoresAllNineNewestFirst()
    {
        var expected = SampleFiles.Conversations().OrderByDescending(one => one.StartTime).Select(one => one.Id);
        Assert.Equal(expected, (await samples.Server.GetJsonAsync("api/conversations")).Ids());
    }

    [Theory]
    [InlineData("conv_1101", "phone", "inbound", "+12025550143", "+12025550178", "user_ended", 4, 658, 0.131543, false, false,
        false, false)]
    [InlineData("conv_1202", "phone", "outbound", "+442079460101", "+442079460188", "agent_ended", 2, 1070, 0.214053, false, false,
        false, false)]
    [InlineData("conv_1303", "web", null, null, null, "user_ended", 4, 497, 0.099265, false, false, true, false)]
    [InlineData("conv_1404", "text", null, null, "12025550117", "none", 3, 116, 0.023082, false, false, false, false)]
    [InlineData("conv_1505", "phone", "outbound", "+442079460101", "+442079460199", "none", null, 0, null, false, false, false, true)]
    [InlineData("conv_1606", "phone", "inbound", "+12025550143", "anonymous", "none", null, null, null, false, false, false, false)]
    [InlineData("conv_1707", "phone", "inbound", "+12025550143", "+12025550162", "user_ended", 3, 1279, 0.255758, true, true,
        false, false)]
    [InlineData("conv_1808", "phone", "inbound", "+442079460120", "+442079460155", "max_duration", 3, 2077, 0.41553, false, false,
        false, false)]
    [InlineData("conv_1909", "web", null, null, null, "none", 0, null, null, false, false, false, false)]
    public async Task Sync_Sample_GivesItsRow(
        string id, string channel, string? direction, string? agentPhone, string? clientPhone, string endReason, int? botMessages,
            int? cost, double? costUsd,
        bool transferred, bool handover, bool dropout, bool error)
    {
        var row = await RowAsync(id);
        Assert.Equal((channel, direction, agentPhone, clientPhone, endReason),
            (row.Text("channel"), row.Text("direction"), row.Text("agent_phone"), row.Text("client_phone"), row.Text("end_reason")));
        Assert.Equal((botMessages?.ToString(), cost?.ToString()), (row.Text("bot_message_count"), row.Text("cost")));
        Assert.Equal(costUsd,
            row.GetProperty("cost_usd").ValueKind == JsonValueKind.Null ? null : row.GetProperty("cost_usd").GetDouble());
        Assert.Equal((transferred, handover, dropout, error),
            (row.GetProperty("transferred").GetBoolean(), row.GetProperty("agent_handover").GetBoolean(), row.GetProperty("dropout")
                .GetBoolean(), row.GetProperty("technical_error").GetBoolean()));
    }

    [Fact]
    public async Task Sync_Samples_CountAsTheSpecificationSays()
    {
        var kpis = await samples.Server.GetJsonAsync("api/kpis");
        Assert.Equal((9, 7, 2), (kpis.Whole("total_conversations"), kpis.Whole("finished_count"), kpis.Whole("in_progress_count")));
        Assert.Equal((3, 3, 1, 42.86),
            (kpis.Whole("successful_count"), kpis.Whole("failed_count"), kpis.Whole("unknown_count"), kpis.GetProperty("conversion_rate")
            .GetDouble()));
        Assert.Equal((6, 1, 85.71),
            (kpis.Whole("done_calls"), kpis.Whole("failed_calls"), kpis.GetProperty("connection_rate").GetDouble()));
        Assert.Equal((6, 1, 5697, 4),
            (kpis.Whole("duration_count"), kpis.Whole("transfer_count"), kpis.Whole("total_cost"), kpis.GetProperty("avg_rating")
            .GetDouble()));
        Assert.Equal(["empathy_score", "greeting_followed", "identity_verified", "issue_resolved"], kpis.GetProperty("criteria_stats")
            .Texts("id"));
    }

    [Fact]
    public async Task Sync_CollectedData_KeepsItsTypes()
    {
        var data = (await samples.Server.GetJsonAsync($"api/conversations/{(await RowAsync("conv_1808")).Text("conversation_id")}"))
            .GetProperty("collected_data")
            .EnumerateArray().ToDictionary(datum => datum.Text("id")!, datum => datum.GetProperty("value").GetRawText());
        Assert.Equal(("\"T-55012\"", "true", "null"), (data["ticket_number"], data["callback_requested"], data["email"]));
        Assert.Equal(6, data.Count);
    }

    [Fact]
    public async Task Sync_Samples_AreReadInThreePagesAndOnce()
    {
        samples.Vendor.Requests.Clear();
        var runs = await samples.Server.SyncAsync("2026-08-01", "2026-08-31");
        Assert.Equal(0, runs.Sum(run => run.Whole("new_count") + run.Whole("updated_count")));
        Assert.Equal(["conv_1606", "conv_1909"], samples.Vendor.DetailRequests.Select(id => id[..9]).Order(StringComparer.Ordinal));
    }

    private async Task<JsonElement> RowAsync(string id) =>
        Assert.Single((await samples.Server.GetJsonAsync($"api/conversations?search={id}")).GetProperty("conversations").EnumerateArray());

    /// <summary>The samples behind a socket, synchronised for their three agents on the day of the last.</summary>
    public sealed class Samples : IAsyncLifetime
    {
        private VendorSimulator? vendor;
        private VoicebotServer? server;

        public VendorSimulator Vendor => vendor!;
        public VoicebotServer Server => server!;

        public async ValueTask InitializeAsync()
        {
            vendor = await VendorSimulator.StartAsync(SampleFiles.Conversations());
            vendor.MaxItems = 3;
            server = await VoicebotServer.StartAsync(new VoicebotServerSetup
            {
                Vendor = vendor,
                Clock = DatedClock.At("2026-08-20T20:00:00Z"),
                Agents = [.. SampleFiles.Conversations().Select(one => one.AgentId).Distinct()],
            });
            await server.SaveSettingsAsync(new { mask_phones = false });
            await server.SyncAsync("2026-08-01", "2026-08-31");
        }

        public async ValueTask DisposeAsync()
        {
            if (server is not null)
                await server.DisposeAsync();
            if (vendor is not null)
                await vendor.DisposeAsync();
        }
    }
}
