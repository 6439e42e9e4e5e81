using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

public sealed class ConversationMapperTests
{
    [Theory]
    [MemberData(nameof(ExpectedSamples.All), MemberType = typeof(ExpectedSamples), DisableDiscoveryEnumeration = true)]
    public void Map_ListAndDetail_GivesEveryField(Conversation expected)
    {
        var (list, detail) = Sample(expected.ConversationId);

        Assert.Equal(expected, ConversationMapper.Map(expected.ConversationId, expected.AgentId, list, detail));
    }

    [Theory]
    [MemberData(nameof(ExpectedSamples.All), MemberType = typeof(ExpectedSamples), DisableDiscoveryEnumeration = true)]
    public void Map_ListOnly_LeavesWhatOnlyTheDetailKnowsUnknown(Conversation expected)
    {
        var (list, _) = Sample(expected.ConversationId);

        Assert.Equal(
            expected with { AgentPhone = null, ClientPhone = null, BotMessageCount = null, CostCredits = null, CostUsd = null, Transferred = false, AgentHandover = false },
            ConversationMapper.Map(expected.ConversationId, expected.AgentId, list, null));
    }

    [Theory]
    [MemberData(nameof(ExpectedSamples.All), MemberType = typeof(ExpectedSamples), DisableDiscoveryEnumeration = true)]
    public void Map_DetailOnly_CountsTheMessagesItself(Conversation expected)
    {
        var (_, detail) = Sample(expected.ConversationId);
        var spoken = detail.Transcript.Any() ? detail.Transcript.Count(turn => turn.Message is not null) : (long?)null;

        Assert.Equal(expected with { MessageCount = spoken }, ConversationMapper.Map(expected.ConversationId, expected.AgentId, null, detail));
    }

    [Fact]
    public void Map_NothingKnown_IsUnknownAndWeb() =>
        Assert.Equal(
            new Conversation { ConversationId = "c", AgentId = "a", Status = "unknown", CallSuccessful = "unknown", Channel = Channel.Web, EndReason = EndReason.None },
            ConversationMapper.Map("c", "a", null, null));

    [Theory]
    [InlineData("in-progress", "done", "done")]
    [InlineData("done", "in-progress", "done")]
    [InlineData("failed", "processing", "failed")]
    [InlineData("done", "failed", "failed")]
    [InlineData("processing", "in-progress", "in-progress")]
    [InlineData("a-status-to-come", null, "a-status-to-come")]
    public void Map_StatusOfBoth_FinalWins(string list, string? detail, string expected) =>
        Assert.Equal(expected, Map(new() { ["status"] = list }, new() { ["status"] = detail, ["metadata"] = new JsonObject() }).Status);

    [Theory]
    [InlineData(0.0, null)]
    [InlineData(0.9, null)]
    [InlineData(1.0, 1.0)]
    [InlineData(4.5, 4.5)]
    [InlineData(5.0, 5.0)]
    [InlineData(5.1, null)]
    [InlineData(-1.0, null)]
    public void Map_Rating_IsFromOneToFive(double given, double? expected) => Assert.Equal(expected, Map(new() { ["rating"] = given }, null).Rating);

    [Fact]
    public void Map_NoRatingInTheList_IsTakenFromTheFeedback() =>
        Assert.Equal(3, Map(new() { ["rating"] = 0 }, new() { ["metadata"] = new JsonObject { ["feedback"] = new JsonObject { ["rating"] = 3 } } }).Rating);

    [Fact]
    public void Map_ErrorOfADoneConversation_IsATechnicalError() =>
        Assert.True(Map(null, new() { ["status"] = "done", ["metadata"] = new JsonObject { ["error"] = new JsonObject { ["code"] = 1008 } } }).TechnicalError);

    [Theory]
    [InlineData(1787217247000L)]
    [InlineData(-900000000000L)]
    [InlineData(8_000_000_000_000_000L)]
    public void Map_StartTimeBeyondAnyDate_IsUnknown(long start)
    {
        var mapped = Map(new() { ["start_time_unix_secs"] = start }, null);

        Assert.Null(mapped.StartTime);
    }

    private static Conversation Map(JsonObject? list, JsonObject? detail) =>
        ConversationMapper.Map("c", "a", list is null ? null : new ConversationListItem(Element(list)), detail is null ? null : new ConversationDetail(Element(detail)));

    private static (ConversationListItem List, ConversationDetail Detail) Sample(string conversationId)
    {
        var list = Enumerable.Range(1, 3).SelectMany(page => SampleFiles.Json($"list-page-{page}.json")["conversations"]!.AsArray())
            .Single(item => (string)item!["conversation_id"]! == conversationId)!.AsObject();
        var detail = SampleFiles.DetailNames.Select(SampleFiles.Json).Single(document => (string)document["conversation_id"]! == conversationId);
        return (new ConversationListItem(Element(list)), new ConversationDetail(Element(detail)));
    }

    private static JsonElement Element(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;
}
