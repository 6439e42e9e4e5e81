namespace Voicebot.Core.Figures;

/// <summary>The figures of one or more local days that can be added up; what KPIs divide.</summary>
public sealed record DayFigures
{
    /// <summary>0 holds conversations without a start.</summary>
    public long LocalDay { get; set; }
    public long Total { get; set; }
    public long Finished { get; set; }
    public long Successful { get; set; }
    public long Failed { get; set; }
    public long Done { get; set; }
    public long StatusFailed { get; set; }
    public long DurationCount { get; set; }
    public long DurationSum { get; set; }
    public long Transfers { get; set; }
    public long Handovers { get; set; }
    public long Dropouts { get; set; }
    public long Transcripts { get; set; }
    public long BotMessages { get; set; }
    /// <summary>Sum of the squares, which gives the spread around the mean.</summary>
    public long BotMessagesSquared { get; set; }
    public long Messages { get; set; }
    public long CostKnown { get; set; }
    /// <summary>Credits.</summary>
    public long Cost { get; set; }
    /// <summary>Sum of the squares of the credits.</summary>
    public long CostSquared { get; set; }
    public long CostUsdKnown { get; set; }
    /// <summary>Billionths of a dollar: whole numbers add and subtract without noise.</summary>
    public long CostUsdNanos { get; set; }
    public long Errors { get; set; }
    public long Inbound { get; set; }
    public long Outbound { get; set; }
    /// <summary>Outbound calls that a person answered, as the vendor says; the next two count within these.</summary>
    public long OutboundAnswered { get; set; }
    public long OutboundTalked { get; set; }
    public long OutboundSuccessful { get; set; }
    public long OutboundVoicemail { get; set; }
    public long OutboundBusy { get; set; }
    public long OutboundNoAnswer { get; set; }
    public long OutboundFailed { get; set; }
    public long SentimentPositive { get; set; }
    public long SentimentNeutral { get; set; }
    public long SentimentNegative { get; set; }
    public long SentimentScored { get; set; }
    /// <summary>Ten-thousandths, as those of the frustration.</summary>
    public long SentimentSum { get; set; }
    public long FrustrationScored { get; set; }
    public long FrustrationSum { get; set; }
    /// <summary>Waited in the queue for longer than no time.</summary>
    public long QueueWaited { get; set; }
    /// <summary>Milliseconds.</summary>
    public long QueueSum { get; set; }
    public long Comments { get; set; }

    /// <summary>Finished, but neither success nor failure.</summary>
    public long Unknown => Finished - Successful - Failed;

    public double CostUsd => CostUsdNanos / 1e9;

    public bool IsZero => this with { LocalDay = 0 } == Zero;

    private static readonly DayFigures Zero = new();

    /// <param name="times">1 adds, -1 takes away.</param>
    public void Add(DayFigures other, int times = 1)
    {
        Total += times * other.Total;
        Finished += times * other.Finished;
        Successful += times * other.Successful;
        Failed += times * other.Failed;
        Done += times * other.Done;
        StatusFailed += times * other.StatusFailed;
        DurationCount += times * other.DurationCount;
        DurationSum += times * other.DurationSum;
        Transfers += times * other.Transfers;
        Handovers += times * other.Handovers;
        Dropouts += times * other.Dropouts;
        Transcripts += times * other.Transcripts;
        BotMessages += times * other.BotMessages;
        BotMessagesSquared += times * other.BotMessagesSquared;
        Messages += times * other.Messages;
        CostKnown += times * other.CostKnown;
        Cost += times * other.Cost;
        CostSquared += times * other.CostSquared;
        CostUsdKnown += times * other.CostUsdKnown;
        CostUsdNanos += times * other.CostUsdNanos;
        Errors += times * other.Errors;
        Inbound += times * other.Inbound;
        Outbound += times * other.Outbound;
        OutboundAnswered += times * other.OutboundAnswered;
        OutboundTalked += times * other.OutboundTalked;
        OutboundSuccessful += times * other.OutboundSuccessful;
        OutboundVoicemail += times * other.OutboundVoicemail;
        OutboundBusy += times * other.OutboundBusy;
        OutboundNoAnswer += times * other.OutboundNoAnswer;
        OutboundFailed += times * other.OutboundFailed;
        SentimentPositive += times * other.SentimentPositive;
        SentimentNeutral += times * other.SentimentNeutral;
        SentimentNegative += times * other.SentimentNegative;
        SentimentScored += times * other.SentimentScored;
        SentimentSum += times * other.SentimentSum;
        FrustrationScored += times * other.FrustrationScored;
        FrustrationSum += times * other.FrustrationSum;
        QueueWaited += times * other.QueueWaited;
        QueueSum += times * other.QueueSum;
        Comments += times * other.Comments;
    }

    /// <summary>The same, of a day.</summary>
    public DayFigures On(long localDay) => this with { LocalDay = localDay };

    public static DayFigures Sum(IEnumerable<DayFigures> days)
    {
        var sum = new DayFigures();
        foreach (var day in days)
            sum.Add(day);
        return sum;
    }
}
