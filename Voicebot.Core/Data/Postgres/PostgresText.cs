using System.Diagnostics.CodeAnalysis;

namespace Voicebot.Core.Data.Postgres;

/// <summary>PostgreSQL takes every sign but U+0000, which stands for nothing that anybody could read.</summary>
internal static class PostgresText
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Storable(string? text) => text is not null && text.Contains('\0') ? text.Replace('\0', '\uFFFD') : text;
}
