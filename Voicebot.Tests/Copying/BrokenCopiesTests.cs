using Dapper;
using Npgsql;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Copying;

/// <summary>
/// A copy that is killed, or loses its server, when all or most rows are there already: nobody takes what is left for a whole one, and the
/// same command makes it.
/// </summary>
public sealed class BrokenCopiesTests : IDisposable
{
    private readonly CopyFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task There_KilledBeforeItsEnd_TheServerIsEmptyAndTheSameCommandCopies()
    {
        await FillAsync();
        using (var hand = HoldOnServer(prepared: true, "INSERT INTO key_ring (name, xml) VALUES (@key, '<key />')"))
        {
            using var copy = new CopyProcess(folders.Folder, folders.Address, "copy-to-postgres");
            await copy.SaysAsync("Copying search index:"); // then come the keys, at which it is held
            copy.Kill();
        }
        using (var server = folders.OnServer())
            Assert.Equal(0, server.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM conversations")));

        using var again = new CopyProcess(folders.Folder, folders.Address, "copy-to-postgres");

        Assert.Equal(0, await again.EndAsync());
        Assert.Contains("Copied 9 conversations", again.Output, StringComparison.Ordinal);
        AssertSame();
    }

    [Fact]
    public async Task Back_KilledBeforeItsEnd_ThereIsNoDatabaseAndTheSameCommandCopies()
    {
        await FillAsync();
        folders.CopyThere();
        using (var hand = HoldOnServer(prepared: false, "LOCK TABLE timers"))
        {
            using var copy = new CopyProcess(folders.Folder, folders.Address, "copy-to-sqlite", folders.BackFolder);
            await copy.SaysAsync("Copying sync_runs");
            copy.Kill();
        }
        Assert.False(File.Exists(Path.Combine(folders.BackFolder, "voicebot.db")));
        Assert.True(File.Exists(Path.Combine(folders.BackFolder, "voicebot.db.copying")));

        using var again = new CopyProcess(folders.Folder, folders.Address, "copy-to-sqlite", folders.BackFolder);

        Assert.Equal(0, await again.EndAsync());
        Assert.False(File.Exists(Path.Combine(folders.BackFolder, "voicebot.db.copying")));
        using var back = folders.Back();
        using var first = folders.Embedded();
        Assert.Equal(CopyFolders.Rows(first, "conversations"), CopyFolders.Rows(back, "conversations"));
    }

    [Fact]
    public async Task There_ServerGoesAway_SaysSoAndTheSameCommandCopies()
    {
        await FillAsync();
        var address = new NpgsqlConnectionStringBuilder(folders.Address);
        using var forward = new TcpForward(address.Host!, address.Port);
        (address.Host, address.Port) = ("127.0.0.1", forward.Port);
        using (var hand = HoldOnServer(prepared: true, "INSERT INTO key_ring (name, xml) VALUES (@key, '<key />')"))
        {
            using var copy = new CopyProcess(folders.Folder, address.ToString(), "copy-to-postgres");
            await copy.SaysAsync("Copying search index:");
            forward.GoAway();

            Assert.Equal(1, await copy.EndAsync());
            Assert.Contains("does not answer", copy.Output, StringComparison.Ordinal);
            Assert.Contains("start the command again", copy.Output, StringComparison.Ordinal);
        }
        forward.ComeBack();

        using var again = new CopyProcess(folders.Folder, address.ToString(), "copy-to-postgres");

        Assert.Equal(0, await again.EndAsync());
        AssertSame();
    }

    private void AssertSame()
    {
        using var first = folders.Embedded();
        using var server = folders.OnServer();
        foreach (var table in new[] { "conversations", "conversation_texts", "conversation_documents", "daily_counts", "settings" })
            Assert.Equal(CopyFolders.Rows(first, table), CopyFolders.Rows(server, table));
    }

    private async Task FillAsync()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            ApiKey = null,
            Agents = [],
            DataFolder = folders.Folder,
            More = new Dictionary<string, string?> { ["VOICEBOT_DATABASE"] = null },
        });
        await server.SaveSettingsAsync(new { api_key = VendorSimulator.Key, agents = new[] { "agent_one", "agent_two" } });
        await server.SyncAsync();
    }

    /// <summary>Somebody's open transaction, in which a copy has to wait for it.</summary>
    /// <param name="prepared">Make the tables first.</param>
    /// <param name="sql">With @key for the name of the folder's key.</param>
    private NpgsqlConnection HoldOnServer(bool prepared, string sql)
    {
        if (prepared)
            using (var server = folders.OnServer())
                CopyFolders.Migrate(server);
        var connection = new NpgsqlConnection(folders.Address + ";Pooling=false");
        connection.Open();
        connection.BeginTransaction();
        var key = Directory.GetFiles(Path.Combine(folders.Folder, "keys"), "*.xml").Select(Path.GetFileNameWithoutExtension).First();
        connection.Execute(sql, new { key });
        return connection;
    }
}
