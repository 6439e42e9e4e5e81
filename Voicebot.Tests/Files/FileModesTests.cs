using System.Net.Http.Json;
using Voicebot.Core.Files;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Files;

/// <summary>
/// Everything that the program writes is its owner's only, whatever the system takes from new files; and all of it is in the one list.
/// </summary>
public sealed class FileModesTests
{
    [Fact]
    public async Task DataFolder_AfterEveryUseWithoutAUmask_IsClosedToOthersAndKnown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files inherit their access rules there.");
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.FullPath, "data");
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z")
            .PhoneCall("inbound", "+48221000001", "+48509876543").Talks(2));
        vendor.Recordings["conv_1"] = new byte[1000];
        using var product = await ProductProcess.StartAsync(vendor.Url, data, "", ProductProcess.WithoutUmask);
        await (await product.Http.PostAsJsonAsync("api/settings",
            new { api_key = VendorSimulator.Key, agents = new[] { ConversationBuilder.DefaultAgent } })).JsonAsync();
        await product.WaitForRunAsync(await product.StartSyncAsync());
        await (await product.Http.PostTextAsync("api/archive?month=2026-10", "{}")).JsonAsync();
        (await product.Http.GetAsync("api/conversations/conv_1/audio")).EnsureSuccessStatusCode().Dispose();
        (await product.Http.GetAsync("api/backup")).EnsureSuccessStatusCode().Dispose();
        await (await product.Http.PostAsJsonAsync("api/erase", new { phone = "+48999999999" })).JsonAsync();
        (await product.Http.GetAsync("api/conversations/conv_1/audio")).EnsureSuccessStatusCode().Dispose();
        await (await product.Http.PostTextAsync("api/demo", """{"on":true}""")).JsonAsync(202);
        await Eventually.True(() =>
            File.Exists(Path.Combine(data, "demo", "voicebot.db"))
            && Directory.Exists(Path.Combine(data, "demo", "keys")), "the demo's data folder");

        var files = Directory.GetFiles(data, "*", SearchOption.AllDirectories);
        foreach (var part in new[] { "voicebot.db", ".csv", ".mp3", ".xml" })
            Assert.Contains(files, path => path.EndsWith(part, StringComparison.Ordinal));
        foreach (var path in files.Where(File.Exists))
            Assert.True(FileModes.Of(path) == PrivateFiles.FileMode, $"{path} is {FileModes.Of(path)}");
        foreach (var path in Directory.GetDirectories(data, "*", SearchOption.AllDirectories).Append(data))
            Assert.True(FileModes.Of(path) == PrivateFiles.FolderMode, $"{path} is {FileModes.Of(path)}");
        Assert.All(files, path => Assert.NotNull(WrittenFiles.KindOf(Path.GetRelativePath(data, path).Replace('\\', '/'))));
    }

    [Theory]
    [InlineData("voicebot.db", FileCare.Overwritten)]
    [InlineData("voicebot.db-wal", FileCare.Overwritten)]
    [InlineData("voicebot.db.schema-3.backup", FileCare.OwnersToRemove)]
    [InlineData("voicebot.db.before-restore-20261110T120000.backup", FileCare.OwnersToRemove)]
    [InlineData("voicebot.db.before-restore-20261110T120000.backup-wal", FileCare.OwnersToRemove)]
    [InlineData("voicebot.db.schema-3.backup.tmp", FileCare.Removed)]
    [InlineData("voicebot.db.restoring", FileCare.Removed)]
    [InlineData("voicebot.db.restoring-journal", FileCare.Removed)]
    [InlineData(".backup-0123.tmp.tmp-journal", FileCare.Removed)]
    [InlineData("csv_archives/voicebot_2026-10.csv", FileCare.Rewritten)]
    [InlineData("csv_archives/.0123.tmp", FileCare.Removed)]
    [InlineData("recordings/0123.part", FileCare.Removed)]
    [InlineData("keys/key-1.xml", FileCare.Harmless)]
    [InlineData("demo/csv_archives/x.csv", FileCare.Harmless)]
    [InlineData("voicebot-copy.db", null)]
    [InlineData("sub/voicebot.db", null)]
    public void KindOf_Path_SaysWhoTakesCareOfIt(string path, FileCare? care) => Assert.Equal(care, WrittenFiles.KindOf(path)?.Care);
}
