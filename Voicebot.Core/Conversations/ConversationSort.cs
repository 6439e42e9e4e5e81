using Voicebot.Core.Agents;
using Voicebot.Core.Columns;
using Voicebot.Core.Data;

namespace Voicebot.Core.Conversations;

/// <summary>
/// How a list is ordered; unknown values come last either way, equal ones newest first. Among conversations that failed equally many
/// criteria, the lower rating counts as the worse.
/// </summary>
public sealed record ConversationSort(string Field, bool IsDescending)
{
    private const string FailedCriteria = "failed_criteria";

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
        ["agent"] = AgentStore.NameSql,
        ["language"] = "c.main_language",
    };

    public static ConversationSort NewestFirst { get; } = new("start_time", true);

    public static IReadOnlyCollection<string> Fields { get; } = [.. Columns.Keys, FailedCriteria];

    public bool IsByStart => Field == "start_time";

    /// <summary>The same order read from its end, ties and unknown values included; for reading the last pages.</summary>
    public ConversationSort Reverse() => this with { IsReversed = !IsReversed };

    private bool IsReversed { get; init; }

    /// <summary>Reads <c>field</c>, <c>-field</c> (descending) or <c>field:asc|desc</c>; null when it is none of these.</summary>
    public static ConversationSort? Parse(string text)
    {
        var descending = text.StartsWith('-');
        var field = descending ? text[1..] : text;
        if (field.EndsWith(":desc", StringComparison.Ordinal) && !descending)
            (field, descending) = (field[..^5], true);
        else if (field.EndsWith(":asc", StringComparison.Ordinal) && !descending)
            field = field[..^4];
        return Fields.Contains(field) ? new ConversationSort(field, descending) : null;
    }

    /// <summary>The ORDER BY clause over <c>conversations c</c>.</summary>
    public string ToSql(Dialect dialect)
    {
        var first = Field == FailedCriteria
            ? $"{By(dialect.MembersThatAre("c.criteria", "failure"), IsDescending)}, {By("c.rating", !IsDescending)}"
            : By(Columns[Field], IsDescending);
        return IsByStart
            ? $"ORDER BY {first}, c.id {Direction(IsDescending)}"
            : $"ORDER BY {first}, {By("c.start_time", true)}, c.id {Direction(true)}";
    }

    /// <summary>The same order over columns; null where only the database knows what it goes by.</summary>
    internal RowOrder? ToRows() => Field switch
    {
        "start_time" => RowOrder.ByStart(IsDescending),
        "duration" => RowOrder.By(block => block.Durations, IsDescending),
        "cost" => RowOrder.By(block => block.Credits, IsDescending),
        "cost_usd" => RowOrder.ByDollars(IsDescending),
        "rating" => RowOrder.ByRating(IsDescending),
        "messages" => RowOrder.By(block => block.Messages, IsDescending),
        "bot_messages" => RowOrder.By(block => block.BotMessages, IsDescending),
        "status" => RowOrder.By(profile => profile.Counted.Status, IsDescending),
        "outcome" => RowOrder.By(profile => profile.Counted.CallSuccessful, IsDescending),
        "end_reason" => RowOrder.By(profile => profile.Counted.EndReason, IsDescending),
        "direction" => RowOrder.By(profile => profile.Counted.Direction, IsDescending),
        "language" => RowOrder.By(profile => profile.Counted.MainLanguage, IsDescending),
        FailedCriteria => RowOrder.ByFailedCriteria(IsDescending),
        _ => null,
    };

    private string By(string value, bool descending) => $"{value} {Direction(descending)} NULLS {(IsReversed ? "FIRST" : "LAST")}";

    private string Direction(bool descending) => descending != IsReversed ? "DESC" : "ASC";
}
