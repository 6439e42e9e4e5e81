using CsCheck;
using Voicebot.Core.Conversations;

namespace Voicebot.Tests.Kpis;

/// <summary>Random conversations with every combination of known and unknown values.</summary>
public static class RandomConversations
{
    private static readonly long FirstStart = new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    public static Gen<Conversation[]> Any { get; } = One.Array[0, 60]
        .Select(rows => rows.Select((row, index) => row with { ConversationId = $"conv_{index}" }).ToArray());

    private static Gen<Conversation> One =>
        from identity in Gen.Select(Of("agent_a", "agent_b", "agent_c"),
            Of("done", "done", "failed", "in-progress", "processing", "to-come"), Of("success", "failure", "unknown", "to-come"))
        from time in Gen.Select(Maybe(Gen.Long[FirstStart, FirstStart + 30 * 86_400]), Maybe(Of(0L, 1, 29, 30, 31, 300, 301, 1_000)),
            Maybe(Gen.Long[0, 20]), Maybe(Gen.Long[0, 10]))
        from kind in Gen.Select(Maybe(Of("inbound", "outbound", "sideways")), Gen.Enum<EndReason>(), Maybe(Of(1, 2.4, 2.5, 4, 5)))
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool)
        from dialling in Gen.Select(Maybe(Of("answered", "answered", "voicemail", "busy", "no_answer", "failed", "to_come")),
            Maybe(Gen.Long[0, 2]))
        from cost in Gen.Select(Maybe(Gen.Long[0, 2_000]), Maybe(Of(0, 0.000001, 0.131543, 2.5)))
        from answers in Gen.Select(Of("", "polite", "polite solved"), Of("success", "failure", "unknown", "to-come"),
            Of("", "find", "find end"), Gen.Long[0, 3], Of("", "note"), Gen.Long[0, 4_000].Array[0, 4])
        from collected in Of(
            "", "null", "1", "2", "2.5", "-3", "1e400", "true", "false", "\"Oslo\"", "\"OSLO \"", "\"2\"", "\"2026-10-25\"",
            "\"2026-10-25T10:30:00+02:00\"", "[1, 2]", "[1,2]", "{\"a\":[]}")
        from feeling in Gen.Select(Maybe(Of("positive", "neutral", "negative", "to_come")), Maybe(Of(-1, -0.35, 0, 0.12345, 1)),
            Maybe(Of(0, 0.5, 0.83, 1)), Maybe(Of(0, 0.0004, 1, 47.3)), Of("", "Thanks", "Too slow"))
        from origin in Gen.Select(Maybe(Of("main", "trial")), Maybe(Of("v1", "v2")), Maybe(Of("autumn", "spring")),
            Of("", "vip", "vip complaint"), Of("", "transfer_to_number_error", "transfer_to_number_error transfer_to_agent_success"),
            Maybe(Gen.Long[1, 12]))
        select new Conversation
        {
            ConversationId = "",
            Sentiment = feeling.Item1,
            SentimentScore = feeling.Item2,
            Frustration = feeling.Item3,
            QueueSeconds = feeling.Item4,
            Comment = feeling.Item5.Length == 0 ? null : feeling.Item5,
            BranchId = origin.Item1,
            VersionId = origin.Item2,
            CampaignId = origin.Item3,
            Tags = origin.Item4.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Transfers = [.. origin.Item5.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(type => (type, 2L))],
            PersonKey = origin.Item6,
            AgentId = identity.Item1,
            Status = identity.Item2,
            CallSuccessful = identity.Item3,
            StartTime = time.Item1,
            DurationSeconds = time.Item2,
            // A transcript always has a count of messages.
            MessageCount = time.Item3 ?? (time.Item4 is null ? null : 3),
            BotMessageCount = time.Item4,
            Direction = kind.Item1,
            CallResult = dialling.Item1,
            ClientTurnCount = dialling.Item2,
            EndReason = kind.Item2,
            Rating = kind.Item3,
            Transferred = flags.Item1,
            AgentHandover = flags.Item2,
            TechnicalError = flags.Item3,
            CostCredits = cost.Item1,
            CostUsd = cost.Item2,
            Channel = Channel.Phone,
            Criteria = [.. answers.Item1.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (id, answers.Item2))],
            Tools = [.. answers.Item3.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => (name, answers.Item4 + 1, answers.Item4))],
            Collected =
            [
                .. answers.Item5.Length == 0 ? Array.Empty<(string, string?)>() : [(answers.Item5, "1")],
                .. collected.Length == 0 ? Array.Empty<(string, string?)>() : [("size", collected == "null" ? null : collected)],
            ],
            ResponseTimes = answers.Item6,
        };

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string?> Maybe(Gen<string> known) => Gen.Select(Gen.Bool, known).Select((isKnown, value) => isKnown ? value : null);

    private static Gen<T?> Maybe<T>(Gen<T> known) where T : struct =>
        Gen.Select(Gen.Bool, known).Select((isKnown, value) => isKnown ? value : (T?)null);
}
