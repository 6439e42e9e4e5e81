using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>The vendor's examples of October: what dialling came to, campaigns, queue, files, branches, another way to a person.</summary>
public sealed class OutreachSamplesTests(OutreachSamplesTests.Samples samples) : IClassFixture<OutreachSamplesTests.Samples>
{
    private const string WhatsApp = "conv_2010n3a7k2xbe5q9t4w6r8c1yvhd";
    private const string NoAnswer = "conv_2111n3c9w4tdf7k2x6q1b8v5zhne";
    private const string Voicemail = "conv_2212n3e1p8ykg9d4t3w7c6x2qvra";
    private const string Queued = "conv_2313n3g5z1bmh4x8v2k9e7t6wdqc";
    private const string Branch = "conv_2414n3j8f6qwk1y5c9t2d3v7xbhe";
    private const string AmazonConnect = "conv_2515n3m2t9zxn7e4w5b1k8q3ydcv";

    [Fact]
    public async Task Sync_CallsThatReachedNobody_AreNoFaultsAndNoDropouts()
    {
        var kpis = await samples.Server.GetJsonAsync("api/kpis");
        Assert.Equal((6, 5, 1), (kpis.Whole("total_conversations"), kpis.Whole("done_calls"), kpis.Whole("failed_calls")));
        Assert.Equal((0, 1, 1), (kpis.Whole("technical_errors"), kpis.Whole("transfer_count"), kpis.Whole("dropout_count")));
        Assert.Equal(
            """{"dialled":2,"answered":0,"talked":0,"successful":0,"voicemail":1,"busy":0,"no_answer":1,"failed":0,"unknown":0}""",
            kpis.GetProperty("outbound_funnel").GetRawText());
    }

    [Fact]
    public async Task Sync_Samples_TellFeelingsQueueAndComments()
    {
        var kpis = await samples.Server.GetJsonAsync("api/kpis");
        Assert.Equal("""{"positive":1,"neutral":1,"negative":1,"none":3,"avg_score":-0.04,"avg_frustration":0.3667}""",
            kpis.GetProperty("sentiment").GetRawText());
        Assert.Equal("""{"waited":1,"total_secs":47.3,"avg_secs":47.3,"max_secs":47.3}""", kpis.GetProperty("queue").GetRawText());
        Assert.Equal("""{"numbers":0,"conversations":0}""", kpis.GetProperty("repeat_callers").GetRawText());
        Assert.Equal(1, kpis.Whole("comment_count"));
        var row = (await samples.Server.GetJsonAsync("api/conversations?commented=true")).GetProperty("conversations")[0];
        Assert.Equal("Waited almost a minute, then had to send the same photo twice.", row.Text("comment"));
        Assert.Equal((-0.7, 0.84), (row.GetProperty("sentiment_lowest").GetDouble(), row.GetProperty("frustration_highest").GetDouble()));
    }

    [Fact]
    public async Task Sync_Samples_TellTagsVersionsCampaignsAndTransfers()
    {
        var breakdowns = await samples.Server.GetJsonAsync("api/breakdowns");
        string Json(string name) => breakdowns.GetProperty(name).GetRawText();
        Assert.Equal("""
            [{"tag_id":"ctag_example_callback","title":null,"count":1},{"tag_id":"ctag_example_complaint","title":null,"count":1}]
            """, Json("tags"));
        Assert.Equal("""
            [{"branch_id":"agtbrch_2002n1d5a7bfe3q8v6w9k4h1ztyc","version_id":"agtvrsn_7701n2m8z5bkc1x7p4y9s3j0qwtd","total":5,
             "finished":5,"successful":2},
             {"branch_id":"agtbrch_2103n2k6c9dgf4t1x7y5m8j3bqwe","version_id":"agtvrsn_7802n2p1y6dce9v3r8t2q7k4swxf","total":1,
             "finished":1,"successful":1}]
            """.Replace("\n ", "", StringComparison.Ordinal), Json("versions"));
        Assert.Equal("""[{"campaign_id":"camp_example_autumn","count":2}]""", Json("campaigns"));
        Assert.Equal("""[{"result_type":"transfer_to_number_amazon_connect_success","count":1,"conversations":1}]""", Json("transfers"));
    }

    [Theory]
    [InlineData(NoAnswer, "no_answer", "not_connected", false, null)]
    [InlineData(Voicemail, "voicemail", "voicemail", false, 1L)]
    [InlineData(Branch, null, "agent_ended", false, 2L)]
    [InlineData(AmazonConnect, null, "none", true, 1L)]
    [InlineData(Queued, null, "user_ended", false, 3L)]
    public async Task Sync_Sample_TellsHowItEnded(string id, string? callResult, string endReason, bool transferred, long? clientTurns)
    {
        var conversation = await samples.Server.GetJsonAsync("api/conversations/" + id);
        Assert.Equal((callResult, endReason, transferred),
            (conversation.Text("call_result"), conversation.Text("end_reason"), conversation.GetProperty("transferred").GetBoolean()));
        Assert.Equal(clientTurns?.ToString(), conversation.Text("client_turn_count"));
        Assert.False(conversation.GetProperty("technical_error").GetBoolean());
    }

    [Fact]
    public async Task Get_CallOfACampaign_TellsWhichAttemptItWas()
    {
        Assert.Equal(
            """{"batch_call_id":"btcal_4402n3example0000000000002","batch_call_recipient_id":"rcpt_6602n3example0000000000017",""" + '"'
            + """campaign":{"campaign_id":"camp_example_autumn","campaign_lead_id":"lead_example_0171","cold_attempt":2"""
                + ""","conversation_type":"retry"}}""",
            (await samples.Server.GetJsonAsync("api/conversations/" + NoAnswer)).GetProperty("batch_call").GetRawText());
        Assert.Null((await samples.Server.GetJsonAsync("api/conversations/" + Branch)).Text("batch_call", "batch_call_id"));
    }

    [Fact]
    public async Task Get_QueueFilesAndPlatformEvents_AreTold()
    {
        var conversation = await samples.Server.GetJsonAsync("api/conversations/" + Queued);
        Assert.Equal(47.3, conversation.GetProperty("queue_wait_secs").GetDouble());
        var turns = conversation.GetProperty("transcript").EnumerateArray().ToList();
        Assert.Equal([null, null, null, null, "user_turn_timeout", null, null], turns.Select(turn => turn.Text("platform_event")));
        Assert.Equal(2, turns[2].GetProperty("file_inputs").GetArrayLength());
        Assert.All(turns[2].GetProperty("file_inputs").EnumerateArray(), file => Assert.NotNull(file.Text("original_filename")));
        Assert.NotEmpty(conversation.GetProperty("tag_ids").EnumerateArray());
    }

    [Fact]
    public async Task Get_Branch_TellsBranchVersionEnvironmentAndAgents()
    {
        var conversation = await samples.Server.GetJsonAsync("api/conversations/" + Branch);
        Assert.Equal(("agtbrch_2103n2k6c9dgf4t1x7y5m8j3bqwe", "production"),
            (conversation.Text("branch_id"), conversation.Text("environment")));
        Assert.NotNull(conversation.Text("version_id"));
        var agent = Assert.Single(conversation.GetProperty("visited_agents").EnumerateArray());
        Assert.Equal("agtbrch_2103n2k6c9dgf4t1x7y5m8j3bqwe", agent.Text("branch_id"));
    }

    [Fact]
    public async Task Get_User_IsTold() =>
        Assert.NotNull((await samples.Server.GetJsonAsync("api/conversations/" + WhatsApp)).Text("user_id"));

    /// <summary>The samples behind a socket, synchronised.</summary>
    public sealed class Samples : IAsyncLifetime
    {
        private VendorSimulator? vendor;
        private VoicebotServer? server;

        public VoicebotServer Server => server!;

        public async ValueTask InitializeAsync()
        {
            vendor = await VendorSimulator.StartAsync(SampleFiles.Outreach());
            server = await VoicebotServer.StartAsync(new VoicebotServerSetup
            {
                Vendor = vendor,
                Clock = DatedClock.At("2026-10-15T20:00:00Z"),
                Agents = [SampleFiles.Outreach()[0].AgentId],
            });
            await server.SyncAsync("2026-10-01", "2026-10-15");
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
