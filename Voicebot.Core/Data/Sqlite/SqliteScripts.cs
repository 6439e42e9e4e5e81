using System.Reflection;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>The migration scripts of the embedded database, by the names under which databases have always noted them.</summary>
internal static class SqliteScripts
{
    private const string Beginning = "Voicebot.Core.Data.Migrations.";

    public static int Count { get; } = Assembly.GetExecutingAssembly().GetManifestResourceNames().Count(IsOne);

    /// <summary>Those of other engines lie in folders of their own.</summary>
    public static bool IsOne(string resource) =>
        resource.StartsWith(Beginning, StringComparison.Ordinal) && !resource[Beginning.Length..^".sql".Length].Contains('.');

    /// <summary>The SQL of a script; null when this program has none of that name.</summary>
    public static string? TextOf(string script)
    {
        using var stream = IsOne(script) ? Assembly.GetExecutingAssembly().GetManifestResourceStream(script) : null;
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }
}
