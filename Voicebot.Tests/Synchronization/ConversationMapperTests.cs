using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

public sealed class ConversationMapperTests
{
    private const string LineOne = "agent_4101m2f7c9x3e8vq5t6n0hdkyrwb";
    private const string Billing = "agent_8802m3hs5j7pfb2z9w4ratc6gqxe";
    private const string Web = "agent_2503m0kq8d1vhn6y7c5sxej4pmtf";

    public static TheoryData<Conversation> Samples =>
    [
        new Conversation
        {
            ConversationId = "conv_1101m9a4x7ehf2k8v6c3q5w0zrtn", AgentId = LineOne, AgentName = "Line One Support", Status = "done", CallSuccessful = "success", StartTime = 1787217247,
            DurationSeconds = 96, MessageCount = 6, BotMessageCount = 4, Direction = "inbound", Source = "twilio", Channel = Channel.Phone, MainLanguage = "en",
            AgentPhone = "+12025550143", ClientPhone = "+12025550178", TerminationReason = "Call ended by remote party", EndReason = EndReason.UserEnded, CostCredits = 658,
            CostUsd = 0.131543, Title = "Modem replacement shipping date", Summary = "The caller asked about a modem replacement and was told it ships on 22 August.",
        },
        new Conversation
        {
            ConversationId = "conv_1202m8z6p3rjg9t5x7e1d4b0kvhq", AgentId = Billing, AgentName = "Billing Specialist", Status = "done", CallSuccessful = "success", StartTime = 1787211000,
            DurationSeconds = 148, MessageCount = 4, BotMessageCount = 2, Direction = "outbound", Source = "sip_trunk", Channel = Channel.Phone, MainLanguage = "en",
            AgentPhone = "+442079460101", ClientPhone = "+442079460188", TerminationReason = "end_call tool was called.", EndReason = EndReason.AgentEnded, CostCredits = 1070,
            CostUsd = 0.214053, Title = "Invoice payment reminder", Summary = "The customer confirmed that the invoice was paid the previous day.",
        },
        new Conversation
        {
            ConversationId = "conv_1303m8t1h6wkn4y7c9f5s2x8qzde", AgentId = Web, AgentName = "Web Concierge", Status = "done", CallSuccessful = "failure", StartTime = 1787162561,
            DurationSeconds = 73, MessageCount = 7, BotMessageCount = 4, Source = "widget", Channel = Channel.Web, MainLanguage = "en", Rating = 4,
            TerminationReason = "Client disconnected: 1000", EndReason = EndReason.UserEnded, CostCredits = 497, CostUsd = 0.099265, Title = "Coverage check failed",
            Summary = "The visitor asked about fibre coverage but the lookup failed and they left.",
        },
        new Conversation
        {
            ConversationId = "conv_1404m8q5b2vhx7n9t4k6w1e3fyjc", AgentId = LineOne, AgentName = "Line One Support", Status = "done", CallSuccessful = "success", StartTime = 1787142015,
            DurationSeconds = 412, MessageCount = 5, BotMessageCount = 3, Source = "whatsapp", Channel = Channel.Text, MainLanguage = "es", ClientPhone = "12025550117",
            EndReason = EndReason.None, CostCredits = 116, CostUsd = 0.023082, Title = "Router restart over WhatsApp",
            Summary = "The user reported a router fault over WhatsApp and fixed it after a restart.",
        },
        new Conversation
        {
            ConversationId = "conv_1505m8k3w9xdg6f1z8n2v7c4qhtp", AgentId = Billing, AgentName = "Billing Specialist", Status = "failed", CallSuccessful = "unknown", StartTime = 1787126403,
            DurationSeconds = 0, MessageCount = 0, Direction = "outbound", Source = "sip_trunk", Channel = Channel.Phone, AgentPhone = "+442079460101", ClientPhone = "+442079460199",
            EndReason = EndReason.None, TechnicalError = true, CostCredits = 0,
        },
        new Conversation
        {
            ConversationId = "conv_1606m9b8t4nce5q7y2x9h6k1rvwj", AgentId = LineOne, AgentName = "Line One Support", Status = "in-progress", CallSuccessful = "unknown", StartTime = 1787227110,
            DurationSeconds = 0, MessageCount = 0, Direction = "inbound", Source = "twilio", Channel = Channel.Phone, AgentPhone = "+12025550143", ClientPhone = "anonymous",
            EndReason = EndReason.None,
        },
        new Conversation
        {
            ConversationId = "conv_1707m8e2z5pfr9d3w7t1b6x4kynq", AgentId = LineOne, AgentName = "Line One Support", Status = "done", CallSuccessful = "failure", StartTime = 1787067682,
            DurationSeconds = 187, MessageCount = 5, BotMessageCount = 3, Direction = "inbound", Source = "twilio", Channel = Channel.Phone, MainLanguage = "en",
            AgentPhone = "+12025550143", ClientPhone = "+12025550162", TerminationReason = "Call ended by remote party", EndReason = EndReason.UserEnded, Transferred = true,
            AgentHandover = true, CostCredits = 1279, CostUsd = 0.255758, Title = "Double charge escalated to human",
            Summary = "The caller disputed a double charge, was moved to billing and then transferred to a human.",
        },
        new Conversation
        {
            ConversationId = "conv_1808m8d7n1qka4v5j9s3f2w6txeb", AgentId = LineOne, AgentName = "Line One Support", Status = "done", CallSuccessful = "failure", StartTime = 1787047555,
            DurationSeconds = 305, MessageCount = 6, BotMessageCount = 3, Direction = "inbound", Source = "exotel", Channel = Channel.Phone, MainLanguage = "en",
            AgentPhone = "+442079460120", ClientPhone = "+442079460155", TerminationReason = "Conversation has exceeded maximum duration", EndReason = EndReason.MaxDuration,
            CostCredits = 2077, CostUsd = 0.41553, Title = "Open ticket, callback requested",
            Summary = "A customer with an open ticket was offered two paid visits and asked for a callback.",
        },
        new Conversation
        {
            ConversationId = "conv_1909m9b7y8zaf3t6k2x5q1n4wdhc", AgentId = Web, Status = "processing", CallSuccessful = "unknown", StartTime = 1787226002, DurationSeconds = 0, MessageCount = 0,
            BotMessageCount = 0, Channel = Channel.Web, EndReason = EndReason.None,
        },
    ];

    [Theory]
    [MemberData(nameof(Samples), DisableDiscoveryEnumeration = true)]
    public void Map_ListAndDetail_GivesEveryField(Conversation expected)
    {
        var (list, detail) = Sample(expected.ConversationId);

        Assert.Equal(expected, ConversationMapper.Map(expected.ConversationId, expected.AgentId, list, detail));
    }

    [Theory]
    [MemberData(nameof(Samples), DisableDiscoveryEnumeration = true)]
    public void Map_ListOnly_LeavesWhatOnlyTheDetailKnowsUnknown(Conversation expected)
    {
        var (list, _) = Sample(expected.ConversationId);

        Assert.Equal(
            expected with { AgentPhone = null, ClientPhone = null, BotMessageCount = null, CostCredits = null, CostUsd = null, Transferred = false, AgentHandover = false },
            ConversationMapper.Map(expected.ConversationId, expected.AgentId, list, null));
    }

    [Theory]
    [MemberData(nameof(Samples), DisableDiscoveryEnumeration = true)]
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
