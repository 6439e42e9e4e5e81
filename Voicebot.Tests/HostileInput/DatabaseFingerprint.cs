using System.Security.Cryptography;
using System.Text;
using Dapper;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.HostileInput;

/// <summary>
/// A hash over everything stored but what records requests themselves (the audit log, guesses, erasures of what is not here) or time
/// (alerts), and over the files beside the database.
/// </summary>
internal static class DatabaseFingerprint
{
    public static string Of(VoicebotServer server)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

        server.Database.Read(connection =>
        {
            foreach (var table in connection.Query<string>(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('alerts', 'alert_deliveries', 'audit_log', "
                + "'number_guesses', 'erasures', 'erased_conversations', 'sqlite_sequence') ORDER BY name").ToList())
                foreach (IDictionary<string, object?> row in connection.Query($"SELECT * FROM \"{table}\""))
                    Add($"{table} {string.Join('|', row.Select(cell => $"{cell.Key}={Shown(cell.Value)}"))}");
            return 0;
        });
        foreach (var path in Directory.GetFiles(server.DataFolder, "*", SearchOption.AllDirectories)
            .Where(path => !Path.GetFileName(path).StartsWith("voicebot.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            Add($"{path} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static object? Shown(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value;
}
