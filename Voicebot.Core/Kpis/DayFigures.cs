namespace Voicebot.Core.Kpis;

/// <summary>The additive figures of one local day, as SQL counts them; a null day holds conversations without a start.</summary>
public sealed record DayFigures
{
    public long? LocalDay { get; init; }
    public long Total { get; init; }
    public long Finished { get; init; }
    public long Successful { get; init; }
    public long Failed { get; init; }
    public long Done { get; init; }
    public long StatusFailed { get; init; }
    public long DurationCount { get; init; }
    public long DurationSum { get; init; }
    public long Transfers { get; init; }
    public long Handovers { get; init; }
    public long Dropouts { get; init; }
    public long Transcripts { get; init; }
    public long BotMessages { get; init; }
    public long Messages { get; init; }
    public long CostKnown { get; init; }
    public long Cost { get; init; }
    public long CostUsdKnown { get; init; }
    public double CostUsd { get; init; }
    public long Errors { get; init; }
    public long Inbound { get; init; }
    public long Outbound { get; init; }

    /// <summary>Finished, but neither success nor failure.</summary>
    public long Unknown => Finished - Successful - Failed;

    public static DayFigures operator +(DayFigures a, DayFigures b) => new()
    {
        Total = a.Total + b.Total,
        Finished = a.Finished + b.Finished,
        Successful = a.Successful + b.Successful,
        Failed = a.Failed + b.Failed,
        Done = a.Done + b.Done,
        StatusFailed = a.StatusFailed + b.StatusFailed,
        DurationCount = a.DurationCount + b.DurationCount,
        DurationSum = a.DurationSum + b.DurationSum,
        Transfers = a.Transfers + b.Transfers,
        Handovers = a.Handovers + b.Handovers,
        Dropouts = a.Dropouts + b.Dropouts,
        Transcripts = a.Transcripts + b.Transcripts,
        BotMessages = a.BotMessages + b.BotMessages,
        Messages = a.Messages + b.Messages,
        CostKnown = a.CostKnown + b.CostKnown,
        Cost = a.Cost + b.Cost,
        CostUsdKnown = a.CostUsdKnown + b.CostUsdKnown,
        CostUsd = a.CostUsd + b.CostUsd,
        Errors = a.Errors + b.Errors,
        Inbound = a.Inbound + b.Inbound,
        Outbound = a.Outbound + b.Outbound,
    };
}
