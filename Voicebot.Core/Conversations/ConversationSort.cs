namespace Voicebot.Core.Conversations;

/// <summary>How a list is ordered; unknown values come last either way, equal ones newest first.</summary>
public sealed record ConversationSort(string Field, bool Descending)
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["start_time"] = "c.start_time",
        ["duration"] = "c.duration_seconds",
        ["cost"] = "c.cost_credits",
        ["cost_usd"] = "c.cost_usd",
        ["rating"] = "c.rating",
        ["messages"] = "c.message_count",
        ["bot_messages"] = "c.bot_message_count",
        ["status"] = "c.status",
        ["outcome"] = "c.call_successful",
        ["end_reason"] = "c.end_reason",
        ["direction"] = "c.direction",
        ["agent"] = "c.agent_name",
        ["language"] = "c.main_language",
    };

    public static ConversationSort NewestFirst { get; } = new("start_time", true);

    public static IReadOnlyCollection<string> Fields => Columns.Keys;

    /// <summary>Reads <c>field</c>, <c>-field</c> (descending) or <c>field:asc|desc</c>; null when it is none of these.</summary>
    public static ConversationSort? Parse(string text)
    {
        var descending = text.StartsWith('-');
        var field = descending ? text[1..] : text;
        if (field.EndsWith(":desc", StringComparison.Ordinal) && !descending)
            (field, descending) = (field[..^5], true);
        else if (field.EndsWith(":asc", StringComparison.Ordinal) && !descending)
            field = field[..^4];
        return Columns.ContainsKey(field) ? new ConversationSort(field, descending) : null;
    }

    /// <summary>The ORDER BY clause over <c>conversations c</c>.</summary>
    public string ToSql()
    {
        var direction = Descending ? "DESC" : "ASC";
        return Field == "start_time"
            ? $"ORDER BY c.start_time {direction} {(Descending ? "" : "NULLS LAST")}, c.id {direction}"
            : $"ORDER BY {Columns[Field]} {direction} NULLS LAST, c.start_time DESC, c.id DESC";
    }
}
