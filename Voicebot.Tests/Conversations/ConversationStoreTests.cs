using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Conversations;

public sealed class ConversationStoreTests : IDisposable
{
    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void List_StoredConversation_ReadsEveryFieldBack()
    {
        test.Store(new Conversation
        {
            ConversationId = "conv_ąę",
            AgentId = "agent_one",
            AgentName = "Infolinia",
            Status = "done",
            CallSuccessful = "failure",
            StartTime = 1_790_000_000,
            DurationSeconds = 61,
            MessageCount = 9,
            BotMessageCount = 5,
            Direction = "outbound",
            Source = "sip_trunk",
            Channel = Channel.Phone,
            MainLanguage = "pl",
            AgentPhone = "+48221234567",
            ClientPhone = "anonymous",
            Rating = 4.5,
            Comment = "Za długo",
            Sentiment = "negative",
            SentimentScore = -0.5,
            SentimentLowest = -1,
            Frustration = 0.25,
            FrustrationHighest = 0.75,
            QueueSeconds = 47.3,
            BranchId = "main",
            VersionId = "v2",
            CampaignId = "autumn",
            Tags = ["vip", "complaint"],
            TerminationReason = "Call ended by remote party",
            EndReason = EndReason.UserEnded,
            CallResult = "answered",
            ClientTurnCount = 4,
            Transferred = true,
            AgentHandover = true,
            TechnicalError = true,
            CostCredits = 658,
            CostUsd = 0.131543,
            Title = "Tytuł",
            Summary = "Streszczenie 🙂",
        });

        var row = Assert.Single(test.Conversations.List(new ConversationFilter(), ConversationSort.NewestFirst, 1, 50).Rows);

        Assert.Equal(
            new ConversationRow
            {
                Id = row.Id,
                ConversationId = "conv_ąę",
                AgentId = "agent_one",
                AgentName = "Infolinia",
                Status = "done",
                CallSuccessful = "failure",
                StartTime = 1_790_000_000,
                DurationSeconds = 61,
                MessageCount = 9,
                BotMessageCount = 5,
                Direction = "outbound",
                Source = "sip_trunk",
                Channel = "phone",
                MainLanguage = "pl",
                AgentPhone = "+48221234567",
                ClientPhone = "anonymous",
                Rating = 4.5,
                Comment = "Za długo",
                Sentiment = "negative",
                SentimentScore = -0.5,
                SentimentLowest = -1,
                Frustration = 0.25,
                FrustrationHighest = 0.75,
                QueueSeconds = 47.3,
                BranchId = "main",
                VersionId = "v2",
                CampaignId = "autumn",
                Tags = """["complaint","vip"]""",
                TerminationReason = "Call ended by remote party",
                EndReason = "user_ended",
                CallResult = "answered",
                ClientTurnCount = 4,
                Transferred = true,
                AgentHandover = true,
                Dropout = false,
                TechnicalError = true,
                CostCredits = 658,
                CostUsd = 0.131543,
                DetailsState = "pending",
                Title = "Tytuł",
                Summary = "Streszczenie 🙂",
            },
            row);
    }

    [Fact]
    public void List_UnknownValues_StayNull()
    {
        test.Store(A.Conversation("bare") with { StartTime = null });

        var row = Assert.Single(test.Conversations.List(new ConversationFilter(), ConversationSort.NewestFirst, 1, 50).Rows);

        Assert.Equal(
            new ConversationRow
            {
                Id = row.Id,
                ConversationId = "bare",
                AgentId = A.Agent,
                AgentName = A.Agent,
                Status = "done",
                CallSuccessful = "success",
                Channel = "phone",
                EndReason = "agent_ended",
                DetailsState = "pending",
            },
            row);
    }

    [Fact]
    public void Upsert_SameIdAgain_ChangesTheRowInPlace()
    {
        var first = test.Store(A.Conversation("one") with { Summary = "first" });
        var second = test.Store(A.Conversation("one") with { Summary = "second", Status = "failed" });

        Assert.Equal(first, second);
        var row = Assert.Single(test.Conversations.List(new ConversationFilter(), ConversationSort.NewestFirst, 1, 50).Rows);
        Assert.Equal(("failed", "second"), (row.Status, row.Summary));
    }

    [Fact]
    public void Find_WithDetail_ReturnsRowCriteriaAndDocument()
    {
        var id = test.Store(A.Conversation("one") with { Criteria = [("solved", "failure"), ("polite", "success")] })[0];
        test.Database.WriteConversations(writer =>
            writer.StoreDetailDocument(id, """{"transcript":[{"message":"Zażółć gęślą jaźń 🙂"}]}"""));

        var found = test.Conversations.Find("one")!;

        Assert.Equal("one", found.Row.ConversationId);
        Assert.Equal([("polite", "success"), ("solved", "failure")], ConversationAnswers.Criteria(found.Row.Criteria));
        Assert.Equal("""{"transcript":[{"message":"Zażółć gęślą jaźń 🙂"}]}""", found.DetailJson);
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("ONE")]
    [InlineData("one' OR 1=1 --")]
    [InlineData("")]
    public void Find_UnknownId_IsNull(string id)
    {
        test.Store(A.Conversation("one"));

        Assert.Null(test.Conversations.Find(id));
    }

    [Fact]
    public void Upsert_OtherCriteria_ReplacesThemAll()
    {
        test.Store(A.Conversation("one") with { Criteria = [("old", "success"), ("both", "failure")] });
        test.Store(A.Conversation("one") with { Criteria = [("both", "success")] });

        Assert.Equal([("both", "success")], ConversationAnswers.Criteria(test.Conversations.Find("one")!.Row.Criteria));
    }

    [Fact]
    public void Months_Stored_AreDistinctNewestFirstAndOfTheAgents()
    {
        test.Store(
            A.Conversation("a") with { StartTime = Unix(2026, 1, 31) },
            A.Conversation("b") with { StartTime = Unix(2026, 1, 1) },
            A.Conversation("c") with { StartTime = Unix(2025, 12, 31) },
            A.Conversation("d") with { StartTime = null },
            A.Conversation("e") with { StartTime = Unix(2026, 11, 5), AgentId = "agent_two" });

        Assert.Equal(["2026-11", "2026-01", "2025-12"], test.Conversations.Months([]).Select(month => month.ToString()));
        Assert.Equal(["2026-01", "2025-12"], test.Conversations.Months([A.Agent]).Select(month => month.ToString()));
        Assert.Empty(test.Conversations.Months(["absent"]));
    }

    private static long Unix(int year, int month, int day) =>
        new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
}
