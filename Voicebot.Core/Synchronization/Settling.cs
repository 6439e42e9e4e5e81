using Voicebot.Core.Conversations;

namespace Voicebot.Core.Synchronization;

/// <summary>When a conversation need not be read again: it is over, and its analysis is there or will not come any more.</summary>
public static class Settling
{
    /// <summary>
    /// The vendor analyses within minutes; what has no analysis after so long never gets one (failed calls, no analysis configured).
    /// </summary>
    public static readonly TimeSpan AnalysisTime = TimeSpan.FromHours(24);

    /// <summary>What has not ended after so long never will: the vendor lost sight of it.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(30);

    public static bool IsSettled(Conversation conversation, bool hasAnalysis, DateTimeOffset now) =>
        conversation.Finished && (hasAnalysis || IsPast(conversation.StartTime, conversation.DurationSeconds, now));

    /// <summary>
    /// It has not ended in so long since it began, or was first seen here (unix seconds) if that is later, that it is not asked for any
    /// more.
    /// </summary>
    public static bool IsGivenUp(Conversation conversation, long? firstSeen, DateTimeOffset now) =>
        !conversation.Finished
            && now.ToUnixTimeSeconds() - Math.Max(conversation.StartTime ?? 0, firstSeen ?? 0) >= (long)GivenUpAfter.TotalSeconds;

    /// <summary>More than the analysis time has gone by since the end; an unknown start counts as long ago.</summary>
    public static bool IsPast(long? startTime, long? durationSeconds, DateTimeOffset now) =>
        startTime is not { } start || start + (durationSeconds ?? 0) + (long)AnalysisTime.TotalSeconds <= now.ToUnixTimeSeconds();
}
