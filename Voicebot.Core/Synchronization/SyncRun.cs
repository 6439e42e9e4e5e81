namespace Voicebot.Core.Synchronization;

/// <summary>The durable row of one synchronisation of one agent. Instants are unix seconds, days are local days.</summary>
public sealed record SyncRun
{
    public long Id { get; init; }
    public string AgentId { get; init; } = "";
    /// <summary>manual, scheduled, refetch or webhook.</summary>
    public string SyncType { get; init; } = "";
    /// <summary>queued, running, completed, partial, failed or cancelled.</summary>
    public string Status { get; init; } = "";
    /// <summary>queued, listing, details or done.</summary>
    public string Phase { get; init; } = "";
    /// <summary>YYYY-MM-DD, inclusive; null when the run reads details only.</summary>
    public string? PeriodFrom { get; init; }
    public string? PeriodTo { get; init; }
    /// <summary>The run over other days that follows this one, asked for while this one was on; null without one.</summary>
    public string? ThenType { get; init; }
    public string? ThenFrom { get; init; }
    public string? ThenTo { get; init; }
    /// <summary>
    /// Details of the last thirty days that were read before this instant are read again, because they may have changed without a sign;
    /// null for most runs.
    /// </summary>
    public long? RereadBefore { get; init; }
    public long RequestedAt { get; init; }
    public long? StartedAt { get; init; }
    public long? FinishedAt { get; init; }
    public long? HeartbeatAt { get; init; }
    public string? Owner { get; init; }
    public bool CancelRequested { get; init; }
    public long ConversationsFetched { get; init; }
    public long NewCount { get; init; }
    public long UpdatedCount { get; init; }
    public long DetailsTotal { get; init; }
    public long DetailsFetched { get; init; }
    public long DetailsFailed { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    /// <summary>The agent's name as it is known now.</summary>
    public string? AgentName { get; init; }

    /// <summary>Mean rate so far, or over the whole run when it is over; null before the first detail.</summary>
    public double? DetailsPerSecond(DateTimeOffset now)
    {
        var seconds = (FinishedAt ?? now.ToUnixTimeSeconds()) - StartedAt;
        return seconds > 0 && DetailsFetched > 0 ? Math.Round((double)DetailsFetched / seconds.Value, 1) : null;
    }

    /// <summary>Seconds that a running run still needs at its rate; more may be planned while it lists.</summary>
    public long? SecondsLeft(DateTimeOffset now) =>
        Status == SyncStatus.Running && DetailsPerSecond(now) is { } rate and > 0
            ? (long)Math.Ceiling((DetailsTotal - DetailsFetched - DetailsFailed) / rate)
            : null;

    /// <summary>True when all these days are among those of the run; null stands for no days at all.</summary>
    public bool Lists(SyncWindow? window) => window is null || SyncWindow.Of(this)?.Covers(window) == true;

    public bool IsOpen => Status is SyncStatus.Queued or SyncStatus.Running;
}

public static class SyncStatus
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Completed = "completed";
    public const string Partial = "partial";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}

public static class SyncType
{
    public const string Manual = "manual";
    public const string Scheduled = "scheduled";
    public const string Refetch = "refetch";
    /// <summary>Reads what an event left out.</summary>
    public const string Webhook = "webhook";

    public static IReadOnlyList<string> All { get; } = [Manual, Scheduled, Refetch, Webhook];
}

public static class SyncPhase
{
    public const string Queued = "queued";
    public const string Listing = "listing";
    public const string Details = "details";
    public const string Done = "done";
}
