using Voicebot.Core.Time;

namespace Voicebot.Core.Figures;

/// <summary>The one place that says what a conversation adds to the figures of its day; pure.</summary>
internal static class ConversationCounting
{
    private const double NanosOfOne = 1e9;
    private const double Millionths = 1e6;
    internal const int TenThousandths = 10_000;
    internal const int MillisOfOne = 1_000;

    // Its square still adds up over nine million conversations; only the spread of absurd values suffers.
    private const long MostSquared = 1_000_000;

    /// <summary>Days since 0001-01-01 in the reporting zone; 0 without a start.</summary>
    public static long DayOf(CountedConversation conversation, ReportingZone zone) =>
        conversation.StartTime is { } start ? zone.Day(start).DayNumber : 0;

    /// <param name="times">1 counts the conversation, -1 takes it back.</param>
    public static void Count(DayAggregate day, CountedConversation conversation, ReportingZone zone, int times)
    {
        Count(day.Figures, conversation, times);
        CountKeys(day, conversation, times);
        CountValues(day, conversation, zone, times);
    }

    /// <summary>What adds up alone, without keys and values.</summary>
    public static void Count(DayFigures day, CountedConversation conversation, int times)
    {
        CountFigures(day, conversation, times);
        if (conversation.Direction == "outbound")
            CountDialling(day, conversation, times);
    }

    private static void CountFigures(DayFigures day, CountedConversation conversation, int times)
    {
        var finished = conversation.Finished;
        day.Total += times;
        day.Finished += finished ? times : 0;
        day.Successful += finished && conversation.CallSuccessful == "success" ? times : 0;
        day.Failed += finished && conversation.CallSuccessful == "failure" ? times : 0;
        day.Done += conversation.Status == "done" ? times : 0;
        day.StatusFailed += conversation.Status == "failed" ? times : 0;
        day.Transfers += finished && conversation.Transferred ? times : 0;
        day.Handovers += finished && conversation.AgentHandover ? times : 0;
        day.Dropouts += conversation.Dropout ? times : 0;
        day.Errors += finished && conversation.TechnicalError ? times : 0;
        day.Inbound += conversation.Direction == "inbound" ? times : 0;
        day.Outbound += conversation.Direction == "outbound" ? times : 0;
        day.SentimentPositive += conversation.Sentiment == "positive" ? times : 0;
        day.SentimentNeutral += conversation.Sentiment == "neutral" ? times : 0;
        day.SentimentNegative += conversation.Sentiment == "negative" ? times : 0;
        day.Comments += conversation.HasComment ? times : 0;
        if (conversation.SentimentScore is { } score)
        {
            day.SentimentScored += times;
            day.SentimentSum += times * TenThousandth(score);
        }
        if (conversation.Frustration is { } frustration)
        {
            day.FrustrationScored += times;
            day.FrustrationSum += times * TenThousandth(frustration);
        }
        if (conversation.QueueSeconds is { } queued && Millis(queued) is > 0 and var wait)
        {
            day.QueueWaited += times;
            day.QueueSum += times * wait;
        }
        if (conversation.DurationSeconds is > 0 and var seconds)
        {
            day.DurationCount += times;
            day.DurationSum += times * seconds;
        }
        if (conversation.BotMessageCount is { } botMessages)
        {
            day.Transcripts += times;
            day.BotMessages += times * botMessages;
            day.BotMessagesSquared += times * Squared(botMessages);
            day.Messages += times * (conversation.MessageCount ?? 0);
        }
        if (conversation.CostCredits is { } credits)
        {
            day.CostKnown += times;
            day.Cost += times * credits;
            day.CostSquared += times * Squared(credits);
        }
        if (conversation.CostUsd is { } dollars)
        {
            day.CostUsdKnown += times;
            day.CostUsdNanos += times * Nanos(dollars);
        }
    }

    /// <summary>Billionths of an amount of dollars, which add up without noise.</summary>
    public static long Nanos(double dollars) => (long)Math.Round(dollars * NanosOfOne);

    /// <summary>Of a score, which adds up without noise.</summary>
    public static int TenThousandth(double score) => (int)Math.Round(score * TenThousandths);

    /// <summary>Of seconds.</summary>
    public static long Millis(double seconds) => (long)Math.Round(seconds * MillisOfOne);

    /// <summary>For a sum of squares.</summary>
    public static long Squared(long value) => Math.Min(value, MostSquared) * Math.Min(value, MostSquared);

    /// <summary>What a histogram of ratings keeps of one.</summary>
    public static long Millionth(double rating) => (long)Math.Round(rating * Millionths);

    /// <summary>Each stage is a part of the one before; what the vendor does not say of a call stays unknown.</summary>
    private static void CountDialling(DayFigures day, CountedConversation conversation, int times)
    {
        var answered = conversation.CallResult == "answered";
        var talked = answered && conversation.ClientTurnCount > 0;
        day.OutboundAnswered += answered ? times : 0;
        day.OutboundTalked += talked ? times : 0;
        day.OutboundSuccessful += talked && conversation.Finished && conversation.CallSuccessful == "success" ? times : 0;
        day.OutboundVoicemail += conversation.CallResult == "voicemail" ? times : 0;
        day.OutboundBusy += conversation.CallResult == "busy" ? times : 0;
        day.OutboundNoAnswer += conversation.CallResult == "no_answer" ? times : 0;
        day.OutboundFailed += conversation.CallResult == "failed" ? times : 0;
    }

    /// <summary>Its key in a dimension of one value; empty where that is unknown.</summary>
    private static string Key(CountedConversation conversation, string dimension) => dimension switch
    {
        Dimension.EndReason => conversation.EndReason,
        Dimension.Channel => conversation.Channel,
        Dimension.Status => conversation.Status,
        Dimension.Language => conversation.MainLanguage ?? "",
        Dimension.Source => conversation.Source ?? "",
        Dimension.Version => VersionKey.Write(conversation.BranchId, conversation.VersionId),
        Dimension.Campaign => conversation.CampaignId ?? "",
        _ => throw new ArgumentException($"No dimension of one value: {dimension}.", nameof(dimension)),
    };

    public static (string Key, Tally Tally) Criterion((string CriterionId, string Result) one) =>
        (one.CriterionId, new Tally(1, one.Result == "success" ? 1 : 0, one.Result == "failure" ? 1 : 0));

    public static (string Key, Tally Tally) Transfer((string ResultType, long Count) one) => (one.ResultType, new Tally(1, one.Count));

    /// <summary>What a conversation counts in a dimension of one value; null where it counts nothing.</summary>
    public static (string Key, Tally Tally)? OfOneValue(CountedConversation conversation, string dimension)
    {
        var key = Key(conversation, dimension);
        if (key.Length == 0 && !Dimension.CountsUnknown(dimension))
            return null;
        var isJudged = dimension == Dimension.Version && conversation.Finished;
        var successful = conversation.CallSuccessful == "success";
        return (key, new Tally(1, isJudged && successful ? 1 : 0, isJudged && !successful ? 1 : 0));
    }

    public static (string Key, Tally Tally) Tool((string Tool, long Calls, long Errors) one) =>
        (one.Tool, new Tally(1, one.Calls, one.Errors));

    private static void CountKeys(DayAggregate day, CountedConversation conversation, int times)
    {
        foreach (var dimension in Dimension.OfOneValue)
            if (OfOneValue(conversation, dimension) is { } counted)
                day.Count(dimension, counted.Key, times * counted.Tally);
        foreach (var tag in ConversationAnswers.CollectedIds(conversation.Tags))
            day.Count(Dimension.Tag, tag, new Tally(times));
        foreach (var (result, tally) in ConversationAnswers.Transfers(conversation.Transfers).Select(Transfer))
            day.Count(Dimension.Transfer, result, times * tally);
        foreach (var (part, nanos) in ConversationAnswers.CostParts(conversation.CostParts))
            day.Count(Dimension.CostPart, part, times * new Tally(1, nanos));
        foreach (var (criterion, tally) in ConversationAnswers.Criteria(conversation.Criteria).Select(Criterion))
            day.Count(Dimension.Criterion, criterion, times * tally);
        foreach (var (tool, tally) in ConversationAnswers.Tools(conversation.Tools).Select(Tool))
            day.Count(Dimension.Tool, tool, times * tally);
        foreach (var datum in ConversationAnswers.CollectedIds(conversation.CollectedIds))
            day.Count(Dimension.Datum, datum, new Tally(times));
    }

    private static void CountValues(DayAggregate day, CountedConversation conversation, ReportingZone zone, int times)
    {
        if (conversation.DurationSeconds is > 0 and var seconds)
            day.HistogramOf(Measure.Duration).Add(seconds, times);
        if (conversation.Rating is { } rating)
            day.HistogramOf(Measure.Rating).Add(Millionth(rating), times);
        if (conversation.StartTime is { } start)
            day.HistogramOf(Measure.Hour).Add(zone.Local(start).Hour, times);
        if (conversation.ResponseTimes is { } responseTimes)
            day.HistogramOf(Measure.ResponseTime).Add(responseTimes, times);
        if (conversation.QueueSeconds is { } queued && Millis(queued) is > 0 and var wait)
            day.HistogramOf(Measure.QueueWait).Add(wait, times);
    }
}
