using Voicebot.Core.Conversations;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Kpis;

/// <summary>The figures of a report, counted by plain LINQ.</summary>
internal static class NaiveFigures
{
    public static DateOnly? Day(Conversation conversation, ReportingZone zone) =>
        conversation.StartTime is { } start ? zone.Day(start) : null;

    public static object Of(List<Conversation> all, Period period, ReportingZone zone)
    {
        var finished = all.Where(c => c.Status is "done" or "failed").ToList();
        var durations = all.Where(c => c.DurationSeconds > 0).Select(c => c.DurationSeconds!.Value).Order().ToList();
        var transcripts = all.Where(c => c.BotMessageCount is not null).ToList();
        var costs = all.Where(c => c.CostCredits is not null).Select(c => c.CostCredits!.Value).ToList();
        var dollars = all.Where(c => c.CostUsd is not null).Select(c => c.CostUsd!.Value).ToList();
        var ratings = all.Where(c => c.Rating is not null).Select(c => c.Rating!.Value).ToList();
        long Count(Func<Conversation, bool> condition) => finished.Count(condition);
        double? Rate(long part) => finished.Count == 0 ? null : Math.Round(100.0 * part / finished.Count, 2);
        double? Mean(IReadOnlyCollection<long> values) => values.Count == 0 ? null : Math.Round((double)values.Sum() / values.Count, 2);
        return new
        {
            period.From,
            period.To,
            TotalConversations = (long)all.Count,
            FinishedCount = (long)finished.Count,
            InProgressCount = (long)all.Count - finished.Count,
            ConversionRate = Rate(Count(c => c.CallSuccessful == "success")),
            SuccessfulCount = Count(c => c.CallSuccessful == "success"),
            FailedCount = Count(c => c.CallSuccessful == "failure"),
            UnknownCount = Count(c => c.CallSuccessful is not ("success" or "failure")),
            DoneCalls = Count(c => c.Status == "done"),
            FailedCalls = Count(c => c.Status == "failed"),
            ConnectionRate = Rate(Count(c => c.Status == "done")),
            DurationCount = (long)durations.Count,
            AvgDurationSecs = Mean(durations),
            MinDurationSecs = durations.Count == 0 ? (long?)null : durations[0],
            MaxDurationSecs = durations.Count == 0 ? (long?)null : durations[^1],
            ShortCallsUnder30s = (long)durations.Count(seconds => seconds < 30),
            LongCallsOver300s = (long)durations.Count(seconds => seconds > 300),
            TransferCount = Count(c => c.Transferred),
            TransferRate = Rate(Count(c => c.Transferred)),
            AgentHandoverCount = Count(c => c.AgentHandover),
            DropoutCount = Count(c => c.Dropout),
            DropoutRate = Rate(Count(c => c.Dropout)),
            TranscriptCount = (long)transcripts.Count,
            AvgBotMessages = Mean([.. transcripts.Select(c => c.BotMessageCount!.Value)]),
            AvgMessageCount = Mean([.. transcripts.Select(c => c.MessageCount!.Value)]),
            TotalCost = costs.Count == 0 ? (long?)null : costs.Sum(),
            AvgCostPerSession = Mean(costs),
            CostKnownCount = (long)costs.Count,
            TotalCostUsd = dollars.Count == 0 ? (double?)null : (double)Math.Round(dollars.Sum(value => (decimal)value), 6),
            CostUsdKnownCount = (long)dollars.Count,
            TechnicalErrors = Count(c => c.TechnicalError),
            ErrorRate = Rate(Count(c => c.TechnicalError)),
            RatingCount = (long)ratings.Count,
            RatingDistribution = Enumerable.Range(1, 5)
                .ToDictionary(stars => $"{stars}",
                    stars => (long)ratings.Count(rating => Math.Round(rating, MidpointRounding.AwayFromZero) == stars)),
            InboundCalls = (long)all.Count(c => c.Direction == "inbound"),
            OutboundCalls = (long)all.Count(c => c.Direction == "outbound"),
            OtherCalls = (long)all.Count(c => c.Direction is not ("inbound" or "outbound")),
            Sentiment = Sentiment(all),
            Queue = Queue([.. all.Where(c => c.QueueSeconds >= 0.001).Select(c => c.QueueSeconds!.Value)]),
            RepeatCallers = Repeated(
                [.. all.Where(c => c.PersonKey is not null).GroupBy(c => c.PersonKey).Select(one => one.LongCount())]),
            CommentCount = (long)all.Count(c => c.Comment is not null),
            OutboundFunnel = Funnel([.. all.Where(c => c.Direction == "outbound")]),
            DailyTrends = Days(all, period, zone),
        };
    }

    private static object Sentiment(List<Conversation> all)
    {
        long Label(string label) => all.Count(c => c.Sentiment == label);
        double? Mean(IEnumerable<double?> scores) =>
            scores.Average(score => score is { } known ? Math.Round((decimal)known, 4) : (decimal?)null) is { } mean
                ? (double)Math.Round(mean, 4) : null;
        return new
        {
            Positive = Label("positive"),
            Neutral = Label("neutral"),
            Negative = Label("negative"),
            None = (long)all.Count(c => c.Sentiment is not ("positive" or "neutral" or "negative")),
            AvgScore = Mean(all.Select(c => c.SentimentScore)),
            AvgFrustration = Mean(all.Select(c => c.Frustration)),
        };
    }

    private static object Queue(List<double> waits) => new
    {
        Waited = (long)waits.Count,
        TotalSecs = Math.Round(waits.Sum(), 3),
        AvgSecs = waits.Count == 0 ? (double?)null : (double)Math.Round(waits.Average(wait => (decimal)wait), 2),
        MaxSecs = waits.Count == 0 ? (double?)null : waits.Max(),
    };

    private static object Repeated(List<long> counts) => new
    {
        Numbers = (long)counts.Count(count => count > 1),
        Conversations = counts.Where(count => count > 1).Sum(),
    };

    private static object Funnel(List<Conversation> dialled)
    {
        long Ended(string result) => dialled.Count(c => c.CallResult == result);
        var talked = dialled.Where(c => c.CallResult == "answered" && c.ClientTurnCount > 0).ToList();
        return new
        {
            Dialled = (long)dialled.Count,
            Answered = Ended("answered"),
            Talked = (long)talked.Count,
            Successful = (long)talked.Count(c => c.Finished && c.CallSuccessful == "success"),
            Voicemail = Ended("voicemail"),
            Busy = Ended("busy"),
            NoAnswer = Ended("no_answer"),
            Failed = Ended("failed"),
            Unknown = (long)dialled.Count(c => c.CallResult is not ("answered" or "voicemail" or "busy" or "no_answer" or "failed")),
        };
    }

    private static List<object> Days(List<Conversation> all, Period period, ReportingZone zone)
    {
        var dated = all.Where(c => c.StartTime is not null).ToLookup(c => Day(c, zone)!.Value);
        if (dated.Count == 0 && (period.From is null || period.To is null))
            return [];
        var (first, last) = (period.From ?? dated.Min(day => day.Key), period.To ?? dated.Max(day => day.Key));
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(offset => first.AddDays(offset))
            .Select(date => (object)new
        {
            Date = date,
            Total = (long)dated[date].Count(),
            Success = (long)dated[date].Count(c => c.Finished && c.CallSuccessful == "success"),
            Failed = (long)dated[date].Count(c => c.Finished && c.CallSuccessful == "failure"),
            Unknown = (long)dated[date].Count(c => c.Finished && c.CallSuccessful is not ("success" or "failure")),
            Cost = dated[date].Any(c => c.CostCredits is not null) ? dated[date].Sum(c => c.CostCredits ?? 0) : (long?)null,
            Dropouts = (long)dated[date].Count(c => c.Dropout),
            Transfers = (long)dated[date].Count(c => c.Finished && c.Transferred),
            Errors = (long)dated[date].Count(c => c.Finished && c.TechnicalError),
            Done = (long)dated[date].Count(c => c.Status == "done"),
            DurationSecs = dated[date].Where(c => c.DurationSeconds > 0).Sum(c => c.DurationSeconds!.Value),
            DurationCount = (long)dated[date].Count(c => c.DurationSeconds > 0),
            CostKnownCount = (long)dated[date].Count(c => c.CostCredits is not null),
        })];
    }
}
