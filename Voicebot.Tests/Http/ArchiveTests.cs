using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class ArchiveTests
{
    [Fact]
    public async Task Post_Month_WritesOneFilePerAgentThatCanBeDownloaded()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var written = await (await server.Http.PostAsync("api/archive?month=2026-10", null)).JsonAsync();
        Assert.Equal("ok", written.Text("status"));
        Assert.Equal(["agent_one", "agent_two"], written.GetProperty("archives").Texts("agent_id"));
        Assert.Equal(["7", "1"], written.GetProperty("archives").Texts("records_count"));

        var archives = await server.GetJsonAsync("api/archives");
        Assert.Equal(written.GetProperty("archives").Texts("id").Reverse(), archives.Texts("id"));
        foreach (var archive in archives.EnumerateArray())
        {
            Assert.DoesNotContain(server.DataFolder, archive.GetRawText(), StringComparison.Ordinal);
            using var response = await server.Http.GetAsync($"api/download-csv/{archive.Text("id")}");
            Assert.Equal($"{archive.Text("agent_name")}, October 2026.csv", response.Content.Headers.ContentDisposition?.FileNameStar);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal(archive.Whole("size_bytes"), bytes.Length);
            Assert.Equal(archive.Text("sha256"), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            var rows = CsvReading.Rows(System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
            Assert.Equal(archive.Whole("records_count"), rows.Count - 1);
            Assert.All(rows.Skip(1), row => Assert.Equal(archive.Text("agent_id"), row[1]));
        }
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(server.DataFolder, "csv_archives")), file =>
            file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_UnchangedMonth_KeepsItsFile()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var first = await ArchiveAsync(server, "2026-09");
        await server.SyncAsync();
        Assert.Equal(first, await ArchiveAsync(server, "2026-09"));
        Assert.Equal(1, (await server.GetJsonAsync("api/archives")).GetArrayLength());
    }

    [Fact]
    public async Task Post_ChangedMonth_GetsANewFileBesideTheOld()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var first = await ArchiveAsync(server, "2026-09");
        vendor.Change("conv_transfer", one => one.List["rating"] = 3);
        await server.SyncAsync();
        var second = await ArchiveAsync(server, "2026-09");
        Assert.NotEqual(first, second);
        Assert.Equal(2, (await server.GetJsonAsync("api/archives")).GetArrayLength());
        Assert.Equal("", CsvReading.Rows(await DownloadAsync(server, first)).Value("conv_transfer", "rating"));
        Assert.Equal("3", CsvReading.Rows(await DownloadAsync(server, second)).Value("conv_transfer", "rating"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task Get_FileThatIsGone_Answers404AndIsWrittenAnew(int secondsLater)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 10, 12, 0, 0, TimeSpan.Zero));
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor, clock);
        var id = await ArchiveAsync(server, "2026-09");
        File.Delete(Assert.Single(Directory.GetFiles(Path.Combine(server.DataFolder, "csv_archives"))));
        await server.Http.GetProblemAsync($"api/download-csv/{id}", 404, "archive_file_missing");
        clock.Advance(TimeSpan.FromSeconds(secondsLater));
        var again = await ArchiveAsync(server, "2026-09");
        Assert.NotEqual(id, again);
        Assert.Equal("120", CsvReading.Rows(await DownloadAsync(server, again)).Value("conv_transfer", "duration_secs"));
    }

    [Fact]
    public async Task Post_OneAgent_ArchivesOnlyIts()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var written = await (await server.Http.PostAsync("api/archive?month=2026-10&agent_id=agent_two", null)).JsonAsync();
        Assert.Equal(["agent_two"], written.GetProperty("archives").Texts("agent_id"));
        Assert.Equal(1, (await server.GetJsonAsync("api/archives?agent_id=agent_two")).GetArrayLength());
        Assert.Equal(0, (await server.GetJsonAsync("api/archives?agent_id=agent_one")).GetArrayLength());
    }

    [Theory]
    [InlineData("", 200, "Agent agent_two, October 2026.csv")]
    [InlineData("?lang=pl", 200, "Agent agent_two, październik 2026.csv")]
    [InlineData("?lang=de", 400, null)]
    public async Task Get_Download_IsNamedByAgentAndMonthInWords(string query, int status, string? name)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await (await server.Http.PostAsync("api/archive?month=2026-10&agent_id=agent_two", null)).JsonAsync();
        using var response = await server.Http.GetAsync("api/download-csv/1" + query);
        Assert.Equal((status, name), ((int)response.StatusCode, response.Content.Headers.ContentDisposition?.FileNameStar));
    }

    [Theory]
    [InlineData("", 400, "invalid_parameter", "month")]
    [InlineData("?month=", 400, "invalid_parameter", "month")]
    [InlineData("?month=2026-13", 400, "invalid_parameter", "month")]
    [InlineData("?month=2026-10&agent_id=a%20b", 400, "invalid_parameter", "agent_id")]
    [InlineData("?month=2026-10&day=1", 400, "unknown_parameter", "day")]
    [InlineData("?month=2026-10&agent_id=agent_nobody", 404, "agent_not_found", null)]
    [InlineData("?month=2025-01", 404, "no_data", null)]
    public async Task Post_WrongRequest_IsRefusedAndWritesNothing(string query, int status, string code, string? parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostAsync("api/archive" + query, null)).ProblemAsync(status, code, parameter);
        Assert.Equal(0, (await server.GetJsonAsync("api/archives")).GetArrayLength());
    }

    [Fact]
    public async Task Post_FolderThatCannotBeWritten_AnswersAProblem()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await File.WriteAllTextAsync(Path.Combine(server.DataFolder, "csv_archives"), "a file where the folder should be");
        await (await server.Http.PostAsync("api/archive?month=2026-10", null)).ProblemAsync(503, "storage_failed");
    }

    private static async Task<string?> ArchiveAsync(VoicebotServer server, string month)
    {
        var written = await (await server.Http.PostAsync($"api/archive?month={month}", null)).JsonAsync();
        return Assert.Single(written.GetProperty("archives").EnumerateArray()).Text("id");
    }

    private static async Task<string> DownloadAsync(VoicebotServer server, string? id) =>
        (await server.Http.GetStringAsync($"api/download-csv/{id}")).TrimStart('\uFEFF');
}
