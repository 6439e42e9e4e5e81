using System.Text.Json;
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
        Assert.Equal((Seed.HostileTitle, Seed.HostileSummary), (conversation.Text("call_summary_title"), conversation.Text("transcript_summary")));
    }

    [Fact]
    public async Task Get_Transferred_ShowsTheToolResult()
    {
        var conversation = await seeded.Server.GetJsonAsync("api/conversations/conv_transfer");
        Assert.True(conversation.GetProperty("transferred").GetBoolean());
        Assert.Equal("transfer_to_number_twilio_success", conversation.GetProperty("transcript")[0].GetProperty("tool_results")[0].Text("result_type"));
    }
}
