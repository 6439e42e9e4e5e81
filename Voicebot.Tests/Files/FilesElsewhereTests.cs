using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Voicebot.Core.Files;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Files;

/// <summary>The product with its files in a container: the same answers, and nothing of them in the data folder.</summary>
public sealed class FilesElsewhereTests
{
    private const string Person = "+48509876543";
    private static readonly byte[] Sound = RandomNumberGenerator.GetBytes(200_000);

    [Fact]
    public async Task Archive_InAContainer_IsDownloadedToTheByteAndNotWrittenTwice()
    {
        BlobServer.Require();
        await using var vendor = await VendorSimulator.StartAsync();
        var address = BlobServer.NewAddress();
        await using var server = await StartAsync(vendor, address);
        var written = await ArchiveAsync(server);

        using var answer = await server.Http.GetAsync($"api/download-csv/{written.Text("id")}");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes.Length, answer.Content.Headers.ContentLength);
        var listed = Assert.Single((await server.GetJsonAsync("api/archives")).EnumerateArray());
        Assert.Equal((listed.Whole("size_bytes"), listed.Text("sha256")),
            (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Assert.Equal(written.Text("id"), (await ArchiveAsync(server)).Text("id"));
        Assert.Equal([$"csv_archives/{listed.Text("file_name")}"], await CsvAsync(address));
        Assert.False(Directory.Exists(Path.Combine(server.DataFolder, "csv_archives")));

        await BlobServer.Client(address).DeleteBlobAsync($"csv_archives/{listed.Text("file_name")}");
        await server.Http.GetProblemAsync($"api/download-csv/{written.Text("id")}", 404, "archive_file_missing");
        Assert.NotEqual(written.Text("id"), (await ArchiveAsync(server)).Text("id"));
    }

    [Fact]
    public async Task Recording_InAContainer_IsPlayedInRangesAndAskedForOnce()
    {
        BlobServer.Require();
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor, BlobServer.NewAddress());
        vendor.Recordings["conv_p"] = Sound;
        Assert.Equal(Sound, await server.Http.GetByteArrayAsync("api/conversations/conv_p/audio"));
        vendor.Requests.Clear();

        using var request = new HttpRequestMessage(HttpMethod.Get, "api/conversations/conv_p/audio")
        {
            Headers = { Range = new RangeHeaderValue(100_000, 100_009) },
        };
        using var part = await server.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.PartialContent, "bytes 100000-100009/200000", "audio/mpeg"),
            (part.StatusCode, part.Content.Headers.ContentRange!.ToString(), part.Content.Headers.ContentType!.MediaType));
        Assert.Equal(Sound[100_000..100_010], await part.Content.ReadAsByteArrayAsync());
        Assert.Empty(vendor.Requests);
        Assert.False(Directory.Exists(Path.Combine(server.DataFolder, "recordings")));
    }

    [Fact]
    public async Task Erase_Person_IsGoneFromTheContainerWhenItIsAnswered()
    {
        BlobServer.Require();
        await using var vendor = await VendorSimulator.StartAsync();
        var address = BlobServer.NewAddress();
        await using var server = await StartAsync(vendor, address);
        var archive = await ArchiveAsync(server);
        vendor.Recordings["conv_p"] = Sound;
        (await server.Http.GetAsync("api/conversations/conv_p/audio")).EnsureSuccessStatusCode().Dispose();
        await BlobServer.Client(address).UploadBlobAsync("voicebot.db.schema-1.backup", BinaryData.FromString("a copy"));
        Assert.Contains("conv_p", await TextAsync(server, archive), StringComparison.Ordinal);

        var report = await (await server.Http.PostJsonAsync("api/erase", new { phone = Person })).JsonAsync();

        Assert.True(report.GetProperty("finished").GetBoolean());
        Assert.Equal((1, 1), (report.Whole("archives_rewritten"), report.Whole("archive_rows")));
        Assert.Equal(["voicebot.db.schema-1.backup"], report.GetProperty("copies_left").EnumerateArray().Select(one => one.GetString()));
        var left = await TextAsync(server, archive);
        Assert.DoesNotContain("conv_p", left, StringComparison.Ordinal);
        Assert.Contains("conv_other", left, StringComparison.Ordinal);
        Assert.DoesNotContain(await BlobServer.NamesAsync(address), name => name.StartsWith("recordings/", StringComparison.Ordinal));
        var listed = Assert.Single((await server.GetJsonAsync("api/archives")).EnumerateArray());
        Assert.Equal(1, listed.Whole("records_count"));
    }

    [Fact]
    public async Task Storage_AwayForAWhile_IsToldAndEverythingGoesOnAfterwards()
    {
        BlobServer.Require();
        TcpForward? forward = null;
        var address = BlobServer.Through(BlobServer.NewAddress(), uri => (forward = new TcpForward(uri.Host, uri.Port)).Port);
        using var closing = forward!;
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor, address);
        var archive = await ArchiveAsync(server);

        forward!.GoAway();
        var download = await server.Http.GetAsync($"api/download-csv/{archive.Text("id")}");
        await download.ProblemAsync(503, "files_unreachable");
        Assert.NotNull(download.Headers.RetryAfter);
        await (await server.Http.PostAsync("api/archive?month=2026-10", null)).ProblemAsync(503, "files_unreachable");
        var problem = Assert.Single(await ProblemsAsync(server));
        Assert.Equal(("files_unreachable", "error", "wait"),
            (problem.Text("code"), problem.Text("severity"), problem.GetProperty("remedy").Text("action")));
        var report = await (await server.Http.PostJsonAsync("api/erase", new { phone = Person })).JsonAsync(202);
        Assert.Equal("storage", report.Text("delay"));
        Assert.Equal(2, (await server.GetJsonAsync("api/kpis?month=2026-10")).Whole("total_conversations") + 1); // the row is gone at once
        await server.SyncAsync(); // needs no files
        forward.ComeBack();

        Assert.Contains("conv_other", await TextAsync(server, archive), StringComparison.Ordinal);
        Assert.DoesNotContain(await ProblemsAsync(server), one => one.Text("code") == "files_unreachable");
        await (await server.Http.PostJsonAsync("api/erase", new { conversation_id = "conv_absent" })).JsonAsync(); // wakes the worker
        await Eventually.True(async () => (await server.GetJsonAsync("api/erase")).Whole("unfinished") == 0, "the end of the erasure");
        Assert.DoesNotContain("conv_p", await TextAsync(server, archive), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ContainerThatEverybodyCanRead_IsRefusedInOneSentence()
    {
        BlobServer.Require();
        var address = BlobServer.NewAddress();
        await BlobServer.MakePublicAsync(address);

        var refused = await Assert.ThrowsAsync<InvalidConfigurationException>(() => StartAsync(null, address));

        Assert.Contains("VOICEBOT_FILES names can be read by everybody", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WrongKey_IsToldAndTheRestWorks()
    {
        BlobServer.Require();
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor, BlobServer.WithAnotherKey(BlobServer.NewAddress()));

        var problem = Assert.Single(await ProblemsAsync(server));
        Assert.Equal(("files_refused", "correct_setting", "VOICEBOT_FILES"), (problem.Text("code"),
            problem.GetProperty("remedy").Text("action"), problem.GetProperty("remedy").GetProperty("params").Text("variable")));
        await (await server.Http.PostAsync("api/archive?month=2026-10", null)).ProblemAsync(503, "files_refused");
        Assert.Equal(2, (await server.GetJsonAsync("api/kpis?month=2026-10")).Whole("total_conversations"));
    }

    /// <summary>What one instance has fetched, another one serves, and what one erases is gone for the other.</summary>
    [Fact]
    public async Task Instances_OnOneContainer_ShareFilesAndErasures()
    {
        BlobServer.Require();
        PostgresServer.Require();
        using var folder = new TemporaryFolder();
        var (files, database) = (BlobServer.NewAddress(), PostgresServer.DatabaseFor(folder.FullPath));
        await using var vendor = await VendorSimulator.StartAsync();
        await using var one = await StartAsync(vendor, files, database);
        await using var other = await StartAsync(vendor, files, database);
        vendor.Recordings["conv_p"] = Sound;
        var archive = await ArchiveAsync(one);
        (await one.Http.GetAsync("api/conversations/conv_p/audio")).EnsureSuccessStatusCode().Dispose();
        vendor.Requests.Clear();

        Assert.Equal(Sound, await other.Http.GetByteArrayAsync("api/conversations/conv_p/audio"));
        Assert.Empty(vendor.Requests);
        Assert.Contains("conv_p", await TextAsync(other, archive), StringComparison.Ordinal);
        await (await other.Http.PostJsonAsync("api/erase", new { phone = Person })).JsonAsync();

        await one.Http.GetProblemAsync("api/conversations/conv_p/audio", 404, "not_found");
        Assert.DoesNotContain("conv_p", await TextAsync(one, archive), StringComparison.Ordinal);
        Assert.DoesNotContain(await BlobServer.NamesAsync(files), name => name.StartsWith("recordings/", StringComparison.Ordinal));
    }

    /// <summary>Read, wherever it lies, and refused without showing what may be a key.</summary>
    [Theory]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("AccountName=example;AccountKey=hidden-word;Container=voicebot")]
    public async Task Start_AddressThatIsNone_SaysWhatItShouldBe(string address)
    {
        var refused = await Assert.ThrowsAsync<InvalidConfigurationException>(() => StartAsync(null, address));

        Assert.Contains("VOICEBOT_FILES should be a folder, or a container", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_InAnotherFolder_LiesThereAndOnlyThere()
    {
        using var place = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor, Path.Combine(place.FullPath, "files"));

        var archive = await ArchiveAsync(server);

        Assert.Contains("conv_p", await TextAsync(server, archive), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(place.FullPath, "files", "csv_archives"), "*.csv"));
        Assert.False(Directory.Exists(Path.Combine(server.DataFolder, "csv_archives")));
        if (!OperatingSystem.IsWindows())
            Assert.All(Directory.GetFiles(place.FullPath, "*", SearchOption.AllDirectories), path =>
                Assert.Equal(PrivateFiles.FileMode, FileModes.Of(path)));
    }

    private static async Task<VoicebotServer> StartAsync(VendorSimulator? vendor, string files, string? database = null)
    {
        if (vendor is not null && vendor.Requests.IsEmpty)
            vendor.Add([
                new ConversationBuilder("conv_p").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", Person).Talks(2),
                new ConversationBuilder("conv_other").At("2026-10-06T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000123")
                    .Talks(2)]);
        var more = new Dictionary<string, string?> { ["VOICEBOT_FILES"] = files };
        if (database is not null)
            more["VOICEBOT_DATABASE"] = database;
        var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, More = more });
        if (vendor is not null)
            await server.SyncAsync();
        return server;
    }

    private static async Task<System.Text.Json.JsonElement> ArchiveAsync(VoicebotServer server) =>
        Assert.Single((await (await server.Http.PostAsync("api/archive?month=2026-10", null)).JsonAsync())
            .GetProperty("archives").EnumerateArray());

    private static Task<string> TextAsync(VoicebotServer server, System.Text.Json.JsonElement archive) =>
        server.Http.GetStringAsync($"api/download-csv/{archive.Text("id")}");

    private static async Task<IReadOnlyList<System.Text.Json.JsonElement>> ProblemsAsync(VoicebotServer server) =>
        [.. (await server.GetJsonAsync("api/health")).GetProperty("problems").EnumerateArray()
            .Where(problem => problem.Text("code")!.StartsWith("files_", StringComparison.Ordinal))];

    private static async Task<IReadOnlyList<string>> CsvAsync(string address) =>
        [.. (await BlobServer.NamesAsync(address)).Where(name => name.EndsWith(".csv", StringComparison.Ordinal))];
}
