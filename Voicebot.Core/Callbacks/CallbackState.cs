namespace Voicebot.Core.Callbacks;

/// <summary>Where a person stands in the list of those who should be called back, as written in the API.</summary>
public static class CallbackState
{
    /// <summary>Should be called now.</summary>
    public const string Waiting = "waiting";
    /// <summary>Did not answer, and comes back by itself.</summary>
    public const string Later = "later";
    /// <summary>Somebody says so; a new failed call brings the person back.</summary>
    public const string Done = "done";

    public static IReadOnlyList<string> All { get; } = [Waiting, Later, Done];
}
