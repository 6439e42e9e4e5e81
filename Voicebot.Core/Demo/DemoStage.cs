namespace Voicebot.Core.Demo;

/// <summary>How far the vendor has got with a conversation at some instant.</summary>
internal enum DemoStage
{
    Initiated,
    InProgress,
    Processing,
    Final,
}

internal static class DemoStages
{
    private const int RingingSeconds = 3;
    private const int ShortestLiveSeconds = 45;
    private const int ProcessingSeconds = 90;

    /// <summary>It lives as long as it lasts, is processed for a minute and a half, and then stays as it is for good.</summary>
    /// <param name="conversation">Which one.</param>
    /// <param name="now">Unix seconds.</param>
    public static DemoStage At(DemoConversation conversation, long now)
    {
        var age = now - conversation.StartUnix;
        var live = Math.Max(ShortestLiveSeconds, conversation.DurationSeconds);
        return age < RingingSeconds ? DemoStage.Initiated
            : age < live ? DemoStage.InProgress
            : age < live + ProcessingSeconds && !conversation.IsFailed ? DemoStage.Processing
            : DemoStage.Final;
    }

    /// <summary>The vendor's status word; note the hyphen.</summary>
    public static string Status(DemoConversation conversation, DemoStage stage) => stage switch
    {
        DemoStage.Initiated => "initiated",
        DemoStage.InProgress => "in-progress",
        DemoStage.Processing => "processing",
        _ => conversation.IsFailed ? "failed" : "done",
    };
}
