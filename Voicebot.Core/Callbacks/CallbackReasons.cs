using Voicebot.Core.Conversations;

namespace Voicebot.Core.Callbacks;

/// <summary>Why somebody is in the list, as written in the API.</summary>
public static class CallbackReasons
{
    public const string Failure = "failure";
    public const string Dropout = "dropout";
    public const string Error = "error";
    public const string Wanted = "wanted";

    public static IReadOnlyList<string> All { get; } = [Failure, Dropout, Error, Wanted];

    /// <summary>Of the newest conversation that failed, and whether somebody wants the person called.</summary>
    public static IReadOnlyList<string> Of(Callback callback)
    {
        var reasons = callback.FailedCount == 0 ? [] : OfConversation(callback.Row);
        return callback.Mark is { Closes: false, WantedAt: not null } ? [.. reasons, Wanted] : reasons;
    }

    private static List<string> OfConversation(ConversationRow row)
    {
        var reasons = new List<string>();
        if (row.CallSuccessful == "failure")
            reasons.Add(Failure);
        if (row.Dropout)
            reasons.Add(Dropout);
        if (row.TechnicalError)
            reasons.Add(Error);
        return reasons;
    }
}
