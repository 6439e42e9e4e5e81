namespace Voicebot.Core.Conversations;

/// <summary>How dialling ended, in the vendor's words; the set is open, and what is to come is kept as it is written.</summary>
public static class CallResults
{
    public const string Answered = "answered";
    public const string Voicemail = "voicemail";
    public const string Busy = "busy";
    public const string NoAnswer = "no_answer";
    public const string Failed = "failed";

    /// <summary>None of these: the vendor does not say, or says a word to come.</summary>
    public const string Unknown = "unknown";

    private const int LongestWord = 40;

    /// <summary>The known words.</summary>
    public static IReadOnlyList<string> All { get; } = [Answered, Voicemail, Busy, NoAnswer, Failed];

    /// <summary>
    /// One spelling for all (<c>no-answer</c>, <c>No Answer</c>, <c>NO_ANSWER</c>); null where nothing, or no word, is given.
    /// </summary>
    public static string? Of(string? text)
    {
        var word = text?.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
        return word switch
        {
            null or { Length: 0 or > LongestWord } => null,
            "noanswer" => NoAnswer,
            _ => word,
        };
    }

    /// <summary>Nobody was reached: an outcome of dialling, not a fault.</summary>
    public static bool IsNotReached(string? result) => result is Voicemail or Busy or NoAnswer;
}
