namespace Voicebot.Core.Conversations;

/// <summary>Where the details of a conversation stand, as stored.</summary>
public static class DetailsState
{
    public const string Pending = "pending";
    public const string Read = "read";
    public const string Failed = "failed";
    public const string Missing = "missing";

    /// <summary>What is shown of <c>conversations c</c>: one that never ended and is not asked for any more is given_up.</summary>
    public const string Sql = """
        CASE WHEN c.settled = 1 AND c.finished = 0 AND c.deleted_at IS NULL
            AND c.texts_forgotten_at IS NULL THEN 'given_up' ELSE c.details_state END
        """;
}
