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

        var mapped = ConversationMapper.Map(expected.ConversationId, expected.AgentId, list, detail);

        Assert.Equal(expected with { Transfers = [] }, WithoutAnswers(mapped));
        Assert.Equal(expected.Transfers, mapped.Transfers);
    }

    [Theory]
    [MemberData(nameof(ExpectedSamples.All), MemberType = typeof(ExpectedSamples), DisableDiscoveryEnumeration = true)]
    public void Map_ListOnly_LeavesWhatOnlyTheDetailKnowsUnknown(Conversation expected)
    {
        var (list, _) = Sample(expected.ConversationId);

        Assert.Equal(
            expected with
            {
                AgentPhone = null,
                ClientPhone = null,
                ClientIds = null,
                ClientKey = null,
                UserKey = null,
                PersonKey = null,
                CampaignId = null,
                QueueSeconds = null,
                Comment = null,
                BotMessageCount = null,
                ClientTurnCount = null,
                CostCredits = null,
                CostUsd = null,
                Transferred = false,
                AgentHandover = false,
                CallResult = null,
                Transfers = [],
                EndReason = EndReasons.Classify(list.TerminationReason),
                TechnicalError = expected.Status == "failed",
                Channel = Channels.Of(list.InitiationSource, false, false, list.Direction),
            },
            WithoutAnswers(ConversationMapper.Map(expected.ConversationId, expected.AgentId, list, null)));
    }

    [Theory]
    [MemberData(nameof(ExpectedSamples.All), MemberType = typeof(ExpectedSamples), DisableDiscoveryEnumeration = true)]
    public void Map_DetailOnly_CountsTheMessagesItself(Conversation expected)
    {
        var (_, detail) = Sample(expected.ConversationId);
        var spoken = detail.Transcript.Any() ? detail.Transcript.Count(turn => turn.Message is not null && turn.PlatformEvent is null)
            : (long?)null;

        // The detail says unknown where the list has to say it.
        var source = expected.Source == "unknown" ? null : expected.Source;
        Assert.Equal(
            expected with
            {
                MessageCount = spoken,
                Source = source,
                Sentiment = null,
                SentimentScore = null,
                SentimentLowest = null,
                Frustration = null,
                FrustrationHighest = null,
                Transfers = [],
            },
            WithoutAnswers(ConversationMapper.Map(expected.ConversationId, expected.AgentId, null, detail)));
    }

    [Fact]
    public void Map_NothingKnown_IsUnknownAndWeb() =>
        Assert.Equal(
            new Conversation
            {
                ConversationId = "c",
                AgentId = "a",
                Status = "unknown",
                CallSuccessful = "unknown",
                Channel = Channel.Web,
                EndReason = EndReason.None,
            },
            WithoutAnswers(ConversationMapper.Map("c", "a", null, null)));

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
    public void Map_Rating_IsFromOneToFive(double given, double? expected) =>
        Assert.Equal(expected, Map(new() { ["rating"] = given }, null).Rating);

    [Theory]
    [InlineData("conv_1808m8d7n1qka4v5j9s3f2w6txeb")]
    [InlineData("conv_1303m8t1h6wkn4y7c9f5s2x8qzde")]
    [InlineData("conv_1505m8k3w9xdg6f1z8n2v7c4qhtp")]
    public void Map_Answers_AreThoseOfTheDetail(string id)
    {
        var (list, detail) = Sample(id);

        var mapped = ConversationMapper.Map(id, "agent", list, detail);

        Assert.Equal(detail.Criteria.Select(criterion => (criterion.Id, criterion.Result)), mapped.Criteria);
        Assert.Equal(detail.CollectedData.Select(datum => datum.Id), mapped.Collected.Select(datum => datum.DataId));
        Assert.Equal(detail.Transcript.Count(turn => turn.ResponseSeconds is not null), mapped.ResponseTimes.Count);
        Assert.Equal(detail.Transcript.Select(turn => turn.Message).OfType<string>(), mapped.TranscriptText?.Split('\n') ?? []);
        Assert.Equal(detail.Transcript.SelectMany(turn => turn.ToolResults)
            .Count(result => result.IsError), mapped.Tools.Sum(tool => tool.Errors));
    }

    [Fact]
    public void Map_FailedTool_IsCountedWithItsError() =>
        Assert.Contains(Sample("conv_1303m8t1h6wkn4y7c9f5s2x8qzde") is var (list, detail)
            ? ConversationMapper.Map("c", "a", list, detail).Tools : [], tool => tool is { Calls: 1, Errors: 1 });

    [Theory]
    [InlineData(-0.001, null)]
    [InlineData(0.0, 0L)]
    [InlineData(0.0004, 0L)]
    [InlineData(3599.999, 3_599_999L)]
    [InlineData(3600.0, null)]
    [InlineData(1e300, null)]
    public void Map_ResponseTime_IsTakenWithinAnHour(double seconds, long? milliseconds)
    {
        var turn = new JsonObject
        {
            ["role"] = "agent",
            ["message"] = "Hi",
            ["conversation_turn_metrics"] = new JsonObject
            {
                ["metrics"] = new JsonObject { ["convai_ttf_audio_since_silence"] = new JsonObject { ["elapsed_time"] = seconds } },
            },
        };

        Assert.Equal(milliseconds is { } one ? [one] : [], Map(new(), new() { ["transcript"] = new JsonArray(turn) }).ResponseTimes);
    }

    [Fact]
    public void Map_ResponseTimes_AreMilliseconds()
    {
        var turn = new JsonObject
        {
            ["role"] = "agent",
            ["message"] = "Hi",
            ["conversation_turn_metrics"] = new JsonObject
            {
                ["metrics"] = new JsonObject { ["convai_ttf_audio_since_silence"] = new JsonObject { ["elapsed_time"] = 1.2345 } },
            },
        };

        Assert.Equal([1234], Map(new(), new() { ["transcript"] = new JsonArray(turn) }).ResponseTimes);
    }

    [Fact]
    public void Map_NoRatingInTheList_IsTakenFromTheFeedback() =>
        Assert.Equal(3, Map(new() { ["rating"] = 0 },
            new() { ["metadata"] = new JsonObject { ["feedback"] = new JsonObject { ["rating"] = 3 } } }).Rating);

    [Fact]
    public void Map_ErrorOfADoneConversation_IsATechnicalError() =>
        Assert.True(Map(null,
            new()
            {
                ["status"] = "done",
                ["metadata"] = new JsonObject { ["error"] = new JsonObject { ["code"] = 1008 } }
            }).TechnicalError);

    [Theory]
    [InlineData(1787217247000L)]
    [InlineData(-900000000000L)]
    [InlineData(8_000_000_000_000_000L)]
    [InlineData(0L)]
    [InlineData(-86_400L)]
    [InlineData(32_503_600_000L)]
    public void Map_StartTimeBeyondAnyDate_IsUnknown(long start)
    {
        var mapped = Map(new() { ["start_time_unix_secs"] = start }, null);

        Assert.Null(mapped.StartTime);
    }

    /// <summary>One broken document must not spoil the sums of all.</summary>
    [Theory]
    [InlineData("cost", 8.9e15)]
    [InlineData("cost", -1)]
    [InlineData("cost_fiat", 1e300)]
    [InlineData("cost_fiat", -0.01)]
    [InlineData("call_duration_secs", 8.9e15)]
    public void Map_AmountBeyondReason_IsUnknown(string name, double value)
    {
        var mapped = Map(null, new() { ["metadata"] = new JsonObject { [name] = value } });

        Assert.Equal((null, null, null), (mapped.CostCredits, mapped.CostUsd, mapped.DurationSeconds));
    }

    [Theory]
    [InlineData("in-progress", false)]
    [InlineData("done", true)]
    [InlineData("failed", true)]
    public void Map_TransferAndError_AreSaidOfFinishedConversationsOnly(string status, bool expected)
    {
        var mapped = Map(null, new()
        {
            ["status"] = status,
            ["metadata"] = new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = 1008 },
                ["features_usage"] = new JsonObject { ["transfer_to_number"] = new JsonObject { ["used"] = true } },
            },
            ["visited_agents"] = new JsonArray(new JsonObject { ["agent_id"] = "a" }, new JsonObject { ["agent_id"] = "b" }),
        });

        Assert.Equal((expected, expected, expected), (mapped.Transferred, mapped.AgentHandover, mapped.TechnicalError));
    }

    private static Conversation Map(JsonObject? list, JsonObject? detail) =>
        ConversationMapper.Map("c", "a", list is null ? null : new ConversationListItem(Element(list)), detail is null ? null
            : new ConversationDetail(Element(detail)));

    private static (ConversationListItem List, ConversationDetail Detail) Sample(string conversationId)
    {
        var list = Enumerable.Range(1, 4).SelectMany(page => SampleFiles.Json($"list-page-{page}.json")["conversations"]!.AsArray())
            .Single(item => (string)item!["conversation_id"]! == conversationId)!.AsObject();
        var detail = SampleFiles.DetailNames.Select(SampleFiles.Json)
            .Single(document => (string)document["conversation_id"]! == conversationId);
        return (new ConversationListItem(Element(list)), new ConversationDetail(Element(detail)));
    }

    private static JsonElement Element(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;

    /// <summary>Lists are compared one by one elsewhere; a record compares them by reference.</summary>
    private static Conversation WithoutAnswers(Conversation conversation) =>
        conversation with
        {
            Criteria = [],
            Tools = [],
            Collected = [],
            ResponseTimes = [],
            CostParts = [],
            Tags = [],
            Transfers = [],
            TranscriptText = null,
        };
}
