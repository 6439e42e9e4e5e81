using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Data;
using Voicebot.Core.Files;

namespace Voicebot.Tests.Support;

/// <summary>
/// A migrated database of SQLite, made once: new ones are copies of it, as they are on a server. Tests of the migration itself begin
/// without a file.
/// </summary>
internal static class MigratedFile
{
    private static readonly Lazy<byte[]> Migrated = new(Make);

    /// <param name="path">Where no database is yet.</param>
    public static void PutAt(string path)
    {
        using var file = PrivateFiles.Create(path);
        file.Write(Migrated.Value);
    }

    private static byte[] Make()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullPath, "voicebot.db");
        using (var database = new Database(path))
            new Migrator(database, new DatabaseBackup(database), NullLogger<Migrator>.Instance).Migrate();
        return File.ReadAllBytes(path);
    }
}
