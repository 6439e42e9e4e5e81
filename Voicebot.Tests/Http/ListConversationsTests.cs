using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class ListConversationsTests(SeededServer seeded)
{
    [Fact]
    public async Task Get_NoFilter_ListsAllNewestFirst()
    {
        var list = await seeded.Server.GetJsonAsync("api/conversations");
        Assert.Equal(Seed.NewestFirst, list.Ids());
        Assert.Equal((9, 1, 50), (list.Whole("total"), list.Whole("page"), list.Whole("per_page")));
        Assert.Equal(["polite", "solved"], list.GetProperty("criteria_columns").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task Get_OneRow_ShowsEveryField()
    {
        var row = (await seeded.Server.GetJsonAsync("api/conversations?ids=conv_in")).GetProperty("conversations")[0];
        Assert.Equal("""
            {"conversation_id":"conv_in","agent_id":"agent_one","agent_name":"Agent agent_one","status":"done","call_successful":"success",
             "start_time":"2026-10-01T10:00:00+02:00","start_time_unix":1790841600,"duration_secs":65,"message_count":6,
             "bot_message_count":3,"client_turn_count":3,"direction":"inbound","call_result":null,"channel":"phone",
             "agent_phone":"+48221000001","client_phone":"+48 ••• ••• 006","phones_masked":true,"conversation_source":"twilio","rating":5,
             "comment":null,"sentiment":null,"sentiment_score":null,"sentiment_lowest":null,"frustration":null,"frustration_highest":null,
             "queue_wait_secs":null,"branch_id":null,"version_id":null,"campaign_id":null,"tag_ids":[],
             "termination_reason":"end_call tool was called.","end_reason":"agent_ended","transferred":false,"agent_handover":false,
             "dropout":false,"technical_error":false,"cost":100,"cost_usd":0.02,"transcript_summary":"Summary of conv_in",
             "call_summary_title":"Title of conv_in","main_language":"pl","details_state":"read","deleted_at":null,
             "criteria":{"polite":"success","solved":"success"},"search_hit":null}
            """.Replace("\n ", "", StringComparison.Ordinal), row.GetRawText().Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("month=2026-10", "conv_running conv_second conv_failed conv_text conv_web conv_out conv_in conv_hostile")]
    [InlineData("month=2026-09", "conv_transfer")]
    [InlineData("from=2026-10-01&to=2026-10-01", "conv_in conv_hostile")]
    [InlineData("from=2026-10-06", "conv_running conv_second")]
    [InlineData("to=2026-09-30", "conv_transfer")]
    [InlineData("agent_id=agent_two", "conv_second")]
    [InlineData("agent_id=agent_one&month=2026-09", "conv_transfer")]
    [InlineData("outcome=success", "conv_second conv_text conv_in conv_hostile conv_transfer")]
    [InlineData("outcome=failure", "conv_out")]
    [InlineData("outcome=unknown", "conv_failed conv_web")]
    [InlineData("status=failed", "conv_failed")]
    [InlineData("status=in-progress", "conv_running")]
    [InlineData("status=finished&month=2026-09", "conv_transfer")]
    [InlineData("status=unfinished", "conv_running")]
    [InlineData("end_reason=user_ended", "conv_out conv_transfer")]
    [InlineData("end_reason=abnormal", "conv_web")]
    [InlineData("end_reason=none", "conv_running conv_failed")]
    [InlineData("direction=inbound", "conv_running conv_second conv_in conv_transfer")]
    [InlineData("direction=outbound", "conv_failed conv_out")]
    [InlineData("direction=other", "conv_text conv_web conv_hostile")]
    [InlineData("channel=web", "conv_web conv_hostile")]
    [InlineData("channel=text", "conv_text")]
    [InlineData("source=sip_trunk", "conv_failed conv_out")]
    [InlineData("language=en", "conv_web")]
    [InlineData("transferred=true", "conv_transfer")]
    [InlineData("handover=true", "conv_second")]
    [InlineData("dropout=true", "conv_web conv_out")]
    [InlineData("error=true", "conv_failed")]
    [InlineData("rated=true", "conv_web conv_in")]
    [InlineData("rating=5", "conv_in")]
    [InlineData("rating_min=1.5&rating_max=4.5", "conv_web")]
    [InlineData("cost_known=false", "conv_running conv_web")]
    [InlineData("cost_usd_known=false", "conv_running conv_failed conv_web conv_out")]
    [InlineData("transcript=false", "conv_running conv_failed")]
    [InlineData("duration_max=30", "conv_second conv_out")]
    [InlineData("duration_min=301", "conv_text conv_web")]
    [InlineData("cost_min=300&cost_max=400", "conv_second conv_transfer")]
    [InlineData("criterion=polite:success", "conv_in")]
    [InlineData("criterion=polite:failure", "conv_out")]
    [InlineData("criterion=polite:unknown", "conv_web")]
    [InlineData("phone=501000003", "conv_failed")]
    [InlineData("phone=%2B48221000002", "conv_second")]
    [InlineData("search=title of CONV_TEXT", "conv_text")]
    [InlineData("search=%3Cscript%3E", "conv_hostile")]
    [InlineData("search=100%25 of_it", "conv_hostile")]
    [InlineData("search=%25", "conv_hostile")]
    [InlineData("search=' OR 1=1 --", "")]
    [InlineData("month=2025-01", "")]
    [InlineData("outcome=failure,unknown", "conv_failed conv_web conv_out")]
    [InlineData("weekday=4,5&hour=10,12", "conv_out conv_in")]
    [InlineData("weekday=6,7", "conv_running conv_text conv_web")]
    [InlineData("channel=web,text", "conv_text conv_web conv_hostile")]
    [InlineData("data=visits", "conv_in")]
    [InlineData("data=visits&data_value=2", "conv_in")]
    [InlineData("data=visits&data_value=3", "")]
    [InlineData("data=email&data_value=JAN@example.test", "conv_in")]
    public async Task Get_Filter_ListsExactlyTheMatching(string filter, string expected)
    {
        var list = await seeded.Server.GetJsonAsync("api/conversations?" + filter);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), list.Ids());
        Assert.Equal(list.Ids().Count, list.Whole("total"));
    }

    [Theory]
    [InlineData("transferred")]
    [InlineData("handover")]
    [InlineData("dropout")]
    [InlineData("error")]
    [InlineData("rated")]
    [InlineData("cost_known")]
    [InlineData("transcript")]
    public async Task Get_Flag_TrueAndFalseTogetherAreEverything(string flag)
    {
        var yes = (await seeded.Server.GetJsonAsync($"api/conversations?{flag}=true")).Ids();
        var no = (await seeded.Server.GetJsonAsync($"api/conversations?{flag}=0")).Ids();
        Assert.Equal(Seed.NewestFirst.Order(StringComparer.Ordinal), yes.Concat(no).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("start_time", "conv_transfer conv_hostile conv_in")]
    [InlineData("-start_time", "conv_running conv_second conv_failed")]
    [InlineData("duration", "conv_running conv_failed conv_out")]
    [InlineData("-duration", "conv_text conv_web conv_transfer")]
    [InlineData("-cost", "conv_transfer conv_second conv_in")]
    [InlineData("cost_usd", "conv_text conv_hostile conv_in")]
    [InlineData("rating", "conv_web conv_in conv_running")]
    [InlineData("rating:desc", "conv_in conv_web conv_running")]
    [InlineData("-bot_messages", "conv_web conv_in conv_second")]
    [InlineData("agent", "conv_running conv_failed conv_text")]
    public async Task Get_Sort_OrdersWithUnknownLast(string sort, string firstThree)
    {
        var list = await seeded.Server.GetJsonAsync($"api/conversations?per_page=3&sort={sort}");
        Assert.Equal(firstThree.Split(' '), list.Ids());
        Assert.Equal(9, list.Whole("total"));
    }

    [Theory]
    [InlineData(1, 4, 0, 4)]
    [InlineData(2, 4, 4, 4)]
    [InlineData(3, 4, 8, 1)]
    [InlineData(4, 4, 9, 0)]
    [InlineData(10_000_000, 200, 9, 0)]
    public async Task Get_Page_ShowsItsPart(int page, int perPage, int skipped, int shown)
    {
        var list = await seeded.Server.GetJsonAsync($"api/conversations?page={page}&per_page={perPage}");
        Assert.Equal(Seed.NewestFirst.Skip(skipped).Take(shown), list.Ids());
        Assert.Equal((9, page, perPage), (list.Whole("total"), list.Whole("page"), list.Whole("per_page")));
    }

    /// <summary>One agent has one name everywhere: the configured one, else the vendor's, else its id.</summary>
    [Fact]
    public async Task Get_AgentName_IsTheConfiguredOneInListSortAndCsv()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_1", "agent_one").At("2026-10-01T10:00:00Z"),
            new ConversationBuilder("conv_2", "agent_two").At("2026-10-02T10:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        await server.SyncAsync();
        await server.SaveSettingsAsync(
            new { agents = new[] { new { id = "agent_one", name = "Żółta linia" }, new { id = "agent_two", name = "Aneta" } } });

        Assert.Equal(["Aneta", "Żółta linia"],
            (await server.GetJsonAsync("api/conversations?sort=agent")).GetProperty("conversations").Texts("agent_name"));
        Assert.Equal("Aneta", (await server.GetJsonAsync("api/conversations/conv_2")).Text("agent_name"));
        var rows = CsvReading.Rows(await server.Http.GetStringAsync("api/export-csv"));
        Assert.Equal(["Aneta", "Żółta linia"], rows.Skip(1).Select(row => row[2]));
    }
}
