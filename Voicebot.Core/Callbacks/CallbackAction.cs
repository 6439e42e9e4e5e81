namespace Voicebot.Core.Callbacks;

/// <summary>What somebody did about a person, as stored and as written in the API.</summary>
public static class CallbackAction
{
    /// <summary>Called, and talked with the person.</summary>
    public const string Reached = "reached";
    /// <summary>Called in vain; the person comes back to the list later.</summary>
    public const string NoAnswer = "no_answer";
    /// <summary>No call is needed.</summary>
    public const string Done = "done";
    /// <summary>Put on the list, although no call of the person failed.</summary>
    public const string Wanted = "wanted";
    /// <summary>Takes the mark back.</summary>
    public const string Waiting = "waiting";

    public static IReadOnlyList<string> All { get; } = [Reached, NoAnswer, Done, Wanted, Waiting];
}
