using System.Text.Json;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Conversations;

namespace Voicebot.Core.Csv;

/// <summary>Hides the client's number in the rows of an export while SQLite reads them.</summary>
internal static class CsvMasking
{
    public const string Phone = "mask_phone(c.client_phone)";

    /// <summary>Collected data, a JSON object.</summary>
    public const string Collected = "CASE WHEN instr(t.collected, substr(c.client_phone, -3)) > 0 THEN mask_json(t.collected, c.client_phone) ELSE t.collected END";

    /// <summary>A text; most do not even hold the last digits, and stay in SQLite's hands.</summary>
    public static string Text(string column) => $"CASE WHEN instr({column}, substr(c.client_phone, -3)) > 0 THEN mask_text({column}, c.client_phone) ELSE {column} END";

    public static void AddTo(SqliteConnection connection)
    {
        connection.CreateFunction("mask_phone", (string? phone) => PhoneMask.Apply(phone), isDeterministic: true);
        connection.CreateFunction("mask_text", (string? text, string? phone) => PhoneMask.Within(text, phone), isDeterministic: true);
        connection.CreateFunction("mask_json", (string json, string? phone) => Json(json, phone), isDeterministic: true);
    }

    private static string Json(string json, string? phone)
    {
        using var document = JsonDocument.Parse(json);
        return PhoneMask.Within(document.RootElement, phone).GetRawText();
    }
}
