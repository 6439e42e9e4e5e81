using Voicebot.Core.Data.Sqlite;
using Voicebot.Core.Files;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class DownloadBackupTests
{
    [Fact]
    public async Task Get_DuringASync_IsASoundSnapshotThatCanBeRestored()
    {
        using var folder = new TemporaryFolder();
        await using var vendor =
            await VendorSimulator.StartAsync(Enumerable.Range(1, 300)
                .Select(number => new ConversationBuilder($"conv_{number}").At("2026-10-05T10:00:00Z").Talks(4).Build()));
        await using var server = await VoicebotServer.StartAsync(vendor);
        var runs = await server.StartSyncAsync();
        using (var response = await server.Http.GetAsync("api/backup"))
        {
            Assert.Equal("application/vnd.sqlite3", response.Content.Headers.ContentType?.MediaType);
            Assert.Matches(@"voicebot-backup-20261110T\d{6}Z\.db", response.Content.Headers.ContentDisposition?.ToString());
            await File.WriteAllBytesAsync(Path.Combine(folder.FullPath, "early.db"), await response.Content.ReadAsByteArrayAsync());
        }
        await server.WaitForRunsAsync(runs);
        Assert.Null(SqliteFile.Fault(Path.Combine(folder.FullPath, "early.db")));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullPath, "late.db"), await server.Http.GetByteArrayAsync("api/backup"));

        using var output = new StringWriter();
        using var error = new StringWriter();
        var options = new Core.Settings.VoicebotOptions
        {
            DataFolder = Path.Combine(folder.FullPath, "data"),
        };
        Assert.Equal(0, Functions.Commands.RestoreDatabase.Run(options, Path.Combine(folder.FullPath, "late.db"), output, error));
        Assert.Contains("Restored 300 conversations", output.ToString(), StringComparison.Ordinal);
        await using var restored = await VoicebotServer.StartAsync(new VoicebotServerSetup { DataFolder = options.DataFolder });
        Assert.Equal(300, (await restored.GetJsonAsync("api/kpis")).Whole("total_conversations"));
        // it runs
        Assert.Equal(1, Functions.Commands.RestoreDatabase.Run(options, Path.Combine(folder.FullPath, "late.db"), output, error));
        Assert.Contains("Stop it first", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnUnix_EverythingInTheDataFolderIsOpenToItsOwnerOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files inherit their access rules there.");
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.FullPath, "data");
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, DataFolder = data, ApiKey = null });
        vendor.Add(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z"));
        await server.SaveSettingsAsync(new { api_key = VendorSimulator.Key });
        await server.SyncAsync();
        await (await server.Http.PostTextAsync("api/archive?month=2026-10", "{}")).JsonAsync();

        var files = Directory.GetFiles(data, "*", SearchOption.AllDirectories);
        Assert.Contains(files, path => path.EndsWith(".csv", StringComparison.Ordinal));
        Assert.Contains(files, path => path.EndsWith(".xml", StringComparison.Ordinal));
        foreach (var path in files)
            Assert.True(FileModes.Of(path) == PrivateFiles.FileMode, $"{path} is {FileModes.Of(path)}");
        foreach (var path in Directory.GetDirectories(data, "*", SearchOption.AllDirectories).Append(data))
            Assert.True(FileModes.Of(path) == PrivateFiles.FolderMode, $"{path} is {FileModes.Of(path)}");
    }

    [Fact]
    public async Task Start_AfterAnUncleanEnd_ChecksInTheBackgroundAndTellsDamage()
    {
        using var folder = new TemporaryFolder();
        var setup = new VoicebotServerSetup { DataFolder = folder.FullPath };
        string damaged;
        await using (var first = await VoicebotServer.StartAsync(setup))
        {
            Assert.Equal("ok", (await first.GetJsonAsync("api/health")).Text("database"));
            damaged = Data.DatabaseBackupTests.DamagedCopyOf(first.Database);
        }
        await File.WriteAllTextAsync(Path.Combine(folder.FullPath, "voicebot.db.lock"), "at work");
        await using (var second = await VoicebotServer.StartAsync(setup))
            await Eventually.True(() => second.Log.Text.Contains("is sound", StringComparison.Ordinal), "the check");
        await File.WriteAllTextAsync(Path.Combine(folder.FullPath, "voicebot.db.lock"), "at work");
        foreach (var companion in new[] { "-wal", "-shm" })
            File.Delete(Path.Combine(folder.FullPath, "voicebot.db" + companion));
        File.Move(damaged, Path.Combine(folder.FullPath, "voicebot.db"), overwrite: true);
        await using var third = await VoicebotServer.StartAsync(setup with { Agents = [] });
        await Eventually.True(() => third.Log.Text.Contains("restore FILE", StringComparison.Ordinal), "the word about the damage");
        Assert.Equal("damaged", (await third.GetJsonAsync("api/health")).Text("database"));
    }
}
