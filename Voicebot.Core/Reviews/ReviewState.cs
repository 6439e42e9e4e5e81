namespace Voicebot.Core.Reviews;

/// <summary>What has become of a conversation that somebody should look at, as written in the API.</summary>
public static class ReviewState
{
    /// <summary>Nobody has seen it yet.</summary>
    public const string New = "new";
    public const string InWork = "in_work";
    public const string Done = "done";
    /// <summary>Somebody saw that there was nothing to do.</summary>
    public const string NotNeeded = "not_needed";

    public static IReadOnlyList<string> All { get; } = [New, InWork, Done, NotNeeded];

    /// <summary>Nobody has to look at it any more.</summary>
    public static bool IsClosed(string state) => state is Done or NotNeeded;
}
