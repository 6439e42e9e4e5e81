namespace Voicebot.Core.Data;

/// <summary>The columns whose texts are JSON.</summary>
public static class JsonColumns
{
    public static IReadOnlyList<(string Table, string Column)> All { get; } =
    [
        ("conversation_documents", "list_json"), ("conversation_texts", "collected"), ("conversations", "criteria"),
        ("conversations", "tools"), ("conversations", "collected_ids"), ("conversations", "tags"), ("conversations", "transfers"),
        ("conversations", "cost_parts"), ("money_settings", "settings"),
        ("saved_views", "filters"), ("saved_views", "columns"), ("review_rules", "filters"), ("review_rules", "agents"),
        ("reviews", "labels"), ("review_events", "labels"), ("alert_rules", "definition"), ("alert_rules", "agents"),
        ("alert_rules", "channels"), ("alerts", "facts"), ("alert_channels", "settings"),
        ("digests", "recipients"), ("digests", "agents"),
    ];
}
