using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>The line of figures above the list: as the KPIs have them, under any condition.</summary>
public sealed class ConversationFiguresTests(SeededServer seeded)
{
    [Theory]
    [InlineData("month=2026-10")]
    [InlineData("")]
    [InlineData("agent_id=agent_two")]
    public async Task Get_WithoutConditions_EqualsTheKpis(string scope)
    {
        var figures = await seeded.Server.GetJsonAsync("api/conversation-figures?" + scope);
        var kpis = await seeded.Server.GetJsonAsync("api/kpis?" + scope);
        foreach (var name in new[] { "total_conversations", "dropout_count", "transfer_count", "median_duration_secs" })
            Assert.Equal(kpis.Text(name), figures.Text(name));
    }

    [Theory]
    [InlineData("outcome=failure,unknown", 3, 2, 0, "160.5")]
    [InlineData("transferred=true", 1, 0, 1, "120")]
    [InlineData("dropout=true&month=2026-10&weekday=6", 1, 1, 0, "301")]
    [InlineData("month=2025-01", 0, 0, 0, null)]
    public async Task Get_WithConditions_CountsExactlyTheMatching(string query, int total, int dropouts, int transfers, string? median)
    {
        var figures = await seeded.Server.GetJsonAsync("api/conversation-figures?" + query);
        Assert.Equal((total, dropouts, transfers, median),
            (figures.Whole("total_conversations"), figures.Whole("dropout_count"), figures.Whole("transfer_count"),
                figures.Text("median_duration_secs")));
    }

    [Theory]
    [InlineData("outcome=good", "outcome")]
    [InlineData("weekday=1,8", "weekday")]
    [InlineData("hour=24", "hour")]
    [InlineData("data_value=1", "data_value")]
    public async Task Get_WrongCondition_IsRefused(string query, string parameter) =>
        await seeded.Http.GetProblemAsync("api/conversation-figures?" + query, 400, "invalid_parameter", parameter);
}
