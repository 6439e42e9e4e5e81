using Voicebot.Core.Conversations;

namespace Voicebot.Core.Synchronization;

/// <summary>When a conversation need not be read again: it is over, and its analysis is there or will not come any more.</summary>
public static class Settling
{
    /// <summary>The vendor analyses within minutes; what has no analysis after so long never gets one (failed calls, no analysis configured).</summary>
    public static readonly TimeSpan AnalysisTime = TimeSpan.FromHours(24);

    public static bool IsSettled(Conversation conversation, bool hasAnalysis, DateTimeOffset now) =>
        conversation.Finished && (hasAnalysis || IsPast(conversation.StartTime, conversation.DurationSeconds, now));

    /// <summary>More than the analysis time has gone by since the end; an unknown start counts as long ago.</summary>
    public static bool IsPast(long? startTime, long? durationSeconds, DateTimeOffset now) =>
        startTime is not { } start || start + (durationSeconds ?? 0) + (long)AnalysisTime.TotalSeconds <= now.ToUnixTimeSeconds();
}
