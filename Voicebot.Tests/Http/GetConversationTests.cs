using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class GetConversationTests(SeededServer seeded)
{
    [Fact]
    public async Task Get_Known_TellsEverything()
    {
        var conversation = await seeded.Server.GetJsonAsync("api/conversations/conv_in");
        Assert.Equal("conv_in", conversation.Text("conversation_id"));
        Assert.Equal("read", conversation.Text("details_state"));
        Assert.Null(conversation.Text("details_error"));
        Assert.Null(conversation.Text("error"));
        Assert.Equal(["polite", "solved"], conversation.GetProperty("criteria_results").Texts("id"));
        Assert.Equal("Because of polite", conversation.GetProperty("criteria_results")[0].Text("rationale"));
        Assert.Equal(["email", "visits"], conversation.GetProperty("collected_data").Texts("id"));
        Assert.Equal(JsonValueKind.Number, conversation.GetProperty("collected_data")[1].GetProperty("value").ValueKind);
        Assert.Equal(["agent", "user", "agent", "user", "agent", "user"], conversation.GetProperty("transcript").Texts("role"));
        Assert.Equal("Sentence 3", conversation.GetProperty("transcript")[3].Text("message"));
        Assert.Equal(100, conversation.GetProperty("cost_split").GetProperty("credits").Whole("total"));
        Assert.Equal(0.02, conversation.GetProperty("cost_split").GetProperty("usd").GetProperty("total").GetDouble());
    }

    [Fact]
    public async Task Get_Failed_TellsTheErrorAndNoAnalysis()
    {
        var conversation = await seeded.Server.GetJsonAsync("api/conversations/conv_failed");
        Assert.Equal("""{"code":486,"reason":"Busy here"}""", conversation.GetProperty("error").GetRawText());
        Assert.Empty(conversation.GetProperty("criteria_results").EnumerateArray());
        Assert.Empty(conversation.GetProperty("transcript").EnumerateArray());
        Assert.Equal("unknown", conversation.Text("call_successful"));
        Assert.Null(conversation.Text("transcript_summary"));
    }

    [Fact]
    public async Task Get_Rated_TellsTheFeedback()
    {
        var feedback = (await seeded.Server.GetJsonAsync("api/conversations/conv_web")).GetProperty("feedback");
        Assert.Equal((2, "Slow"), (feedback.Whole("rating"), feedback.Text("comment")));
        Assert.Null((await seeded.Server.GetJsonAsync("api/conversations/conv_in")).Text("feedback"));
    }

    [Fact]
    public async Task Get_HostileText_IsTheSameTextButNoMarkup()
    {
        using var response = await seeded.Http.GetAsync("api/conversations/conv_hostile");
        Assert.DoesNotContain("<script>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var conversation = await response.JsonAsync();
        Assert.Equal((Seed.HostileTitle, Seed.HostileSummary),
            (conversation.Text("call_summary_title"), conversation.Text("transcript_summary")));
    }

    /// <summary>As collected: no program on the way may round or regroup a number.</summary>
    [Theory]
    [InlineData("20261125")]
    [InlineData("9007199254740993")]
    [InlineData("0.8765")]
    [InlineData("1.50")]
    [InlineData("1e400")]
    [InlineData("-12345678901234567890")]
    public async Task Get_CollectedNumber_IsEveryDigitEverywhere(string number)
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_digits").At("2026-10-01T08:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000006")
                .Datum("n", JsonNode.Parse(number)).Datum("deep", JsonNode.Parse($$"""{"a":[{{number}}]}""")));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        var data = (await server.GetJsonAsync("api/conversations/conv_digits")).GetProperty("collected_data").EnumerateArray()
            .ToDictionary(datum => datum.Text("id")!);
        Assert.Equal((number, number), (data["n"].GetProperty("value").GetRawText(), data["n"].Text("text")));
        Assert.Equal($$"""{"a":[{{number}}]}""", data["deep"].Text("text"));

        using var csv = await server.Http.GetAsync("api/export-csv");
        var rows = CsvReading.Rows(await csv.Content.ReadAsStringAsync());
        Assert.Equal(number, rows[1][rows[0].ToList().IndexOf("data_n")]);
    }

    [Fact]
    public async Task Get_Transferred_ShowsTheToolResult()
    {
        var conversation = await seeded.Server.GetJsonAsync("api/conversations/conv_transfer");
        Assert.True(conversation.GetProperty("transferred").GetBoolean());
        Assert.Equal("transfer_to_number_twilio_success", conversation.GetProperty("transcript")[0].GetProperty("tool_results")[0]
            .Text("result_type"));
    }
}
