using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Files;
using Voicebot.Core.Json;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>What is erased is in no file any more: looked for in the raw bytes of the data folder, while others have it open.</summary>
public sealed class ErasedBytesTests
{
    private const string Person = "+48509876543";
    private static readonly string[] Spellings = ["509876543", "509 876 543", "509-876-543", "509.876.543", "(509) 876-543", "876543"];
    private static readonly string[] Words = ["Zyzzyva", "Xylophonist", "Quokka"];

    private static IEnumerable<VendorConversation> Conversations() =>
    [
        new ConversationBuilder("conv_p1").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", Person)
            .Titled("Zyzzyva " + Person, "Xylophonist wanted, 509 876 543").Datum("callback", "(509) 876-543").Talks(3),
        new ConversationBuilder("conv_p2").At("2026-09-05T10:00:00Z").WhatsApp(Person[1..])
            .Titled("Zyzzyva two", "Xylophonist again, 509.876.543").Talks(2),
        new ConversationBuilder("conv_failed").At("2026-10-07T10:00:00Z")
            .PhoneCall("outbound", "+48221000001", "0048 509-876-543", "sip_trunking").Titled("Quokka", "-").Talks(1),
        new ConversationBuilder("conv_other").At("2026-10-06T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001")
            .Titled("Another one", "Ask my wife at 509 876 543").Datum("wife", Person).Talks(2),
        .. Enumerable.Range(1, 60)
            .Select(number =>
            new ConversationBuilder($"conv_{number}").At($"2026-10-{1 + number % 28:00}T10:00:00Z")
            .PhoneCall("inbound", "+48221000001", $"+485020000{number:00}").Talks(2).Build()),
    ];

    private static async Task<VoicebotServer> StartAsync(VendorSimulator vendor, string? folder = null)
    {
        var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, DataFolder = folder });
        await server.SaveSettingsAsync(new { mask_phones = false });
        await server.SyncAsync();
        foreach (var month in new[] { "2026-09", "2026-10" })
            await (await server.Http.PostTextAsync($"api/archive?month={month}", "{}")).JsonAsync();
        return server;
    }

    private static SqliteConnection Reader(VoicebotServer server)
    {
        var reader = new SqliteConnection($"Data Source={server.Database.Path};Pooling=False");
        reader.Open();
        reader.Query("SELECT * FROM conversation_texts").AsList();
        return reader;
    }

    /// <summary>As they lie in the file, compressed.</summary>
    private static IReadOnlyList<byte[]> Documents(VoicebotServer server, params string[] ids) =>
        server.Database.Read(connection => connection.Query<byte[]>(
        "SELECT d.detail_json FROM conversation_documents d JOIN conversations c ON c.id = d.id WHERE c.conversation_id IN @ids ORDER BY "
            + "c.conversation_id", new { ids }).AsList());

    private static async Task<JsonElement> EraseAsync(VoicebotServer server, object body, int status = 200) =>
        await (await server.Http.PostJsonAsync("api/erase", body)).JsonAsync(status);

    [Fact]
    public async Task Erase_Person_LeavesNoByteInAnyFileWithReadersOpen()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        using var first = Reader(server);
        using var second = Reader(server);
        vendor.Change("conv_p1", one => one.List["rating"] = 5); // so that an older state of its row is somewhere
        await server.SyncAsync();
        server.Database.Write(connection => connection.Execute("UPDATE sync_runs SET error_message = 'No route to 509-876-543.'"));
        var documents = Documents(server, "conv_p1", "conv_p2", "conv_failed", "conv_other");
        var others = Documents(server, "conv_1", "conv_2", "conv_3", "conv_4");
        var before = RawFiles.Of(server.DataFolder);
        Assert.NotEmpty(RawFiles.Holding(before, Spellings));
        Assert.NotEmpty(RawFiles.Holding(before, Words));
        Assert.All(documents, document => Assert.NotEmpty(RawFiles.HoldingPieces(before, document, others)));

        var report = await EraseAsync(server, new { phone = Person });

        Assert.Equal((true, 3, 1), (report.GetProperty("finished").GetBoolean(), report.Whole("conversations"), report.Whole("mentions")));
        var after = RawFiles.Of(server.DataFolder);
        Assert.Empty(RawFiles.Holding(after, Spellings));
        Assert.Empty(RawFiles.Holding(after, Words));
        IReadOnlyList<byte[]> left = [.. others, .. Documents(server, "conv_other")];
        Assert.All(documents, document => Assert.Empty(RawFiles.HoldingPieces(after, document, left)));
        var other = await server.GetJsonAsync("api/conversations/conv_other");
        Assert.Equal("Ask my wife at •••", other.Text("transcript_summary"));
        Assert.Equal("conv_other", Assert.Single((await server.GetJsonAsync("api/conversations?search=wife")).Ids()));
        Assert.Equal(61, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
        var listed = Assert.Single((await server.GetJsonAsync("api/erase")).GetProperty("erasures").EnumerateArray());
        Assert.Equal((report.Whole("id"), "person", true),
            (listed.Whole("id"), listed.Text("kind"), listed.GetProperty("finished").GetBoolean()));
    }

    [Fact]
    public async Task Erase_Conversation_LeavesNoByteOfItsTexts()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);

        Assert.True((await EraseAsync(server, new { conversation_id = "conv_failed" })).GetProperty("finished").GetBoolean());

        Assert.Empty(RawFiles.Holding(server.DataFolder, "Quokka", "0048 509-876-543"));
    }

    [Fact]
    public async Task Forgetting_ByNight_LeavesNoByteOfTheTexts()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        await server.SaveSettingsAsync(new { retention_texts_days = 10, retention_phones_days = 10 });

        await ((Functions.Timers.ScheduledWork)server.Services.GetService(typeof(Functions.Timers.ScheduledWork))!).ForgetAsync(default);

        Assert.Empty(RawFiles.Holding(server.DataFolder, Words));
        Assert.Empty(RawFiles.Holding(server.DataFolder, Spellings));
    }

    [Fact]
    public async Task Erase_WhileSomebodyReadsTheStateBefore_SaysNotFinishedAndGoesOn()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        using (var reader = Reader(server))
        {
            reader.Execute("BEGIN; SELECT COUNT(*) FROM conversations");
            var report = await EraseAsync(server, new { phone = Person }, 202);
            Assert.Equal((false, "readers", 3),
                (report.GetProperty("finished").GetBoolean(), report.Text("delay"), report.Whole("conversations")));
            Assert.Equal(1, (await server.GetJsonAsync("api/erase")).Whole("unfinished"));
            Assert.Contains("erasure_unfinished", (await server.GetJsonAsync("api/health")).GetProperty("problems").Texts("code"));
        }

        await Eventually.True(async () => (await server.GetJsonAsync("api/erase")).Whole("unfinished") == 0, "the end of the erasure");
        Assert.Empty(RawFiles.Holding(server.DataFolder, Spellings));
    }

    [Fact]
    public async Task Erase_DiskTooFullForAnArchive_IsFinishedWhenThereIsRoom()
    {
        using var disk = SmallDisk.Mount(megabytes: 24);
        await using var vendor = await VendorSimulator.StartAsync(Conversations().Select(one =>
        {
            // archives of a megabyte
            one.Detail["analysis"]!["transcript_summary"] = one.Detail["analysis"]!["transcript_summary"] + new string('x', 20_000);
            return one;
        }));
        await using var server = await StartAsync(vendor, disk.Folder);
        server.Database.EmptyJournal();
        await File.WriteAllBytesAsync(Path.Combine(disk.Folder, "filler"),
            new byte[new DriveInfo(disk.Folder).AvailableFreeSpace - 900_000]);

        var report = await EraseAsync(server, new { phone = Person }, 202);
        Assert.Equal((false, "storage"), (report.GetProperty("finished").GetBoolean(), report.Text("delay")));

        File.Delete(Path.Combine(disk.Folder, "filler"));
        await EraseAsync(server, new { conversation_id = "conv_other" }); // the worker looks at all of them
        Assert.Equal(0, (await server.GetJsonAsync("api/erase")).Whole("unfinished"));
        Assert.Empty(RawFiles.Holding(disk.Folder, Spellings));
        Assert.Empty(RawFiles.Holding(disk.Folder, Words));
    }

    /// <summary>Everything that can lie about when the program was ended in the middle of something.</summary>
    [Fact]
    public async Task Erase_CopiesAndLeftovers_AreRemovedOrNamed()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        string[] copies = ["voicebot.db.schema-4.backup", "voicebot.db.before-restore-20261001T000000.backup",
            "voicebot.db.before-restore-20261001T000000.backup-wal"];
        string[] leftovers = [".backup-0123.tmp", ".backup-0123.tmp.tmp", "csv_archives/.0123.tmp"];
        foreach (var path in copies.Concat(leftovers))
            await File.WriteAllTextAsync(Path.Combine(server.DataFolder, path), Person);
        await File.WriteAllTextAsync(Path.Combine(server.DataFolder, "my-own-copy.db"), "SQLite format 3\0 and more");
        await File.WriteAllTextAsync(Path.Combine(server.DataFolder, "csv_archives", "voicebot_without-a-record.csv"),
            $"conversation_id;client_phone;note\r\nconv_p1;{Person};x\r\nconv_z;1;y\r\n");

        var report = await EraseAsync(server, new { phone = Person });

        Assert.Equal(["my-own-copy.db", .. copies.Order(StringComparer.Ordinal)], report.GetProperty("copies_left").EnumerateArray()
            .Select(one => one.GetString()));
        Assert.All(leftovers, path => Assert.False(File.Exists(Path.Combine(server.DataFolder, path)), path));
        Assert.Equal("conversation_id;client_phone;note\r\nconv_z;1;y\r\n",
            await File.ReadAllTextAsync(Path.Combine(server.DataFolder, "csv_archives", "voicebot_without-a-record.csv")));
        foreach (var path in copies)
            File.Delete(Path.Combine(server.DataFolder, path));
        Assert.Empty(RawFiles.Holding(server.DataFolder, Spellings));
        Assert.All(RawFiles.Of(server.DataFolder).Keys, path =>
            Assert.True(WrittenFiles.KindOf(path.Replace('\\', '/')) is not null || path == "my-own-copy.db", path));
    }
}
