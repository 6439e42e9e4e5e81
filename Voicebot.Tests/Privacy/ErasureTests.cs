using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>Erased is erased: in every answer, in the files on disk, and after the next synchronisation.</summary>
public sealed class ErasureTests
{
    private const string Person = "+48509876543";

    private static IEnumerable<VendorConversation> Conversations() =>
    [
        new ConversationBuilder("conv_p1").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", Person)
            .Titled("Zyzzyva", "Xylophonist wanted").Datum("name", "Jan").Talks(3),
        new ConversationBuilder("conv_p2").At("2026-09-05T10:00:00Z").WhatsApp(Person[1..])
            .Titled("Zyzzyva two", "Xylophonist again").Talks(2),
        new ConversationBuilder("conv_other").At("2026-10-06T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001")
            .Titled("Ąę; \"quoted\"\nline", "Another one").Talks(2),
    ];

    private static async Task<VoicebotServer> StartAsync(VendorSimulator vendor)
    {
        var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        foreach (var month in new[] { "2026-09", "2026-10" })
            await (await server.Http.PostTextAsync($"api/archive?month={month}", "{}")).JsonAsync();
        return server;
    }

    [Fact]
    public async Task Post_Phone_ErasesThePersonEverywhereAndKeepsTheOthers()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        var others = CsvReading.Rows((await ArchiveAsync(server, "2026-10")).TrimStart('\uFEFF')).Single(row => row[0] == "conv_other");

        var dry = await EraseAsync(server, new { phone = "0048 509 876 543", dry_run = true });
        Assert.Equal((true, 2, 2, 2, 2),
            (dry.GetProperty("dry_run")
            .GetBoolean(), dry.Whole("conversations"), dry.Whole("documents"), dry.Whole("archives_rewritten"),
            dry.Whole("archive_rows")));
        Assert.Equal(3, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));

        var report = await EraseAsync(server, new { phone = "0048 509 876 543" });
        Assert.Equal((2, 2, 2, 2),
            (report.Whole("conversations"), report.Whole("documents"), report.Whole("archives_rewritten"), report.Whole("archive_rows")));
        Assert.Equal(["conv_other"], (await server.GetJsonAsync("api/conversations")).Ids());
        Assert.Equal(1, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
        await server.Http.GetProblemAsync("api/conversations/conv_p1", 404, "not_found");
        Assert.Equal(0, (await server.GetJsonAsync("api/conversations?search=xylophonist")).Whole("total"));
        var archived = CsvReading.Rows((await ArchiveAsync(server, "2026-10")).TrimStart('\uFEFF'));
        Assert.Equal(others, archived[1]);
        Assert.Equal(2, archived.Count);
        foreach (var word in new[] { Person[1..], "Xylophonist", "Zyzzyva", "conv_p1" })
            foreach (var file in Directory.GetFiles(server.DataFolder, "*", SearchOption.AllDirectories))
                Assert.False(Encoding.UTF8.GetString(ReadShared(file))
                    .Contains(word, StringComparison.Ordinal), $"{file} still holds {word}.");

        var entry = (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").EnumerateArray()
            .First(one => one.Text("action") == "erase");
        Assert.Equal(("erase", "••• ••• 543"), (entry.Text("action"), entry.Text("subject")));
    }

    [Theory]
    [InlineData("""{"phone":5}""", "'phone' must be a text.")]
    [InlineData("""{"conversation_id":5}""", "'conversation_id' must be a text.")]
    [InlineData("""{"phone":null}""", "'phone' must not be empty.")]
    [InlineData("""{"phone":"12"}""", "'phone' must be a telephone number of at least seven digits, or another whole address.")]
    [InlineData("{}", "'conversation_id' or 'phone' is required.")]
    public async Task Post_WrongField_IsToldOneThing(string body, string detail)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        using var response = await server.Http.PostTextAsync("api/erase", body);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((400, detail), ((int)response.StatusCode, problem.Text("detail")));
    }

    [Fact]
    public async Task Post_ConversationId_StaysErasedAfterTheNextSyncAndWebhook()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        Assert.Equal((1L, 1L), await CountsAsync(server, new { conversation_id = "conv_p1" }));
        vendor.Change("conv_p1", one => one.List["rating"] = 5);
        var run = await server.SyncOneAsync();
        Assert.Equal(("completed", 0), (run.Text("status"), run.Whole("new_count")));
        await server.SaveSettingsAsync(new { webhook_secret = SignedWebhook.Secret });
        var data = vendor.Conversations.Single(one => one.Id == "conv_p1").Detail;
        var webhook = new JsonObject { ["type"] = "post_call_transcription", ["data"] = data.DeepClone() };
        using (var answer = await SignedWebhook.PostAsync(server, webhook.ToJsonString()))
            Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(["conv_other", "conv_p2"], (await server.GetJsonAsync("api/conversations")).Ids());
        Assert.Equal((0L, 0L), await CountsAsync(server, new { conversation_id = "conv_p1" }));
        Assert.Equal(2, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
        var sizes = (await server.GetJsonAsync("api/archives")).EnumerateArray().ToList();
        foreach (var archive in sizes)
        {
            var bytes = await server.Http.GetByteArrayAsync($"api/download-csv/{archive.Whole("id")}");
            Assert.Equal((archive.Whole("size_bytes"), archive.Text("sha256")),
                (bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))));
        }
    }

    [Fact]
    public async Task Post_WrongRequest_ErasesNothing()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        var archives = (await server.GetJsonAsync("api/archives")).GetRawText();
        foreach (var (body, parameter) in new[]
        {
            ("{}", "conversation_id"),
            ("""{"phone":"12"}""", "phone"),
            ("""{"phone":""}""", "phone"),
            ("""{"phone":"%"}""", "phone"),
            ("""{"phone":"+48501000001","conversation_id":"conv_other"}""", "phone"),
            ("""{"phone":"+48501000001","dry_run":"yes"}""", "dry_run"),
            ("""{"conversation_id":7}""", "conversation_id"),
        })
            await (await server.Http.PostTextAsync("api/erase", body)).ProblemAsync(400, "invalid_parameter", parameter);
        Assert.Equal(3, (await server.GetJsonAsync("api/conversations")).Whole("total"));
        Assert.Equal(archives, (await server.GetJsonAsync("api/archives")).GetRawText());
        Assert.DoesNotContain("erase", (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").Texts("action"));
    }

    [Fact]
    public async Task Get_PersonData_IsEverythingOfThePersonAndOfNobodyElse()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        var json = await server.GetJsonAsync("api/person-data?phone=%2B48509876543");
        Assert.Equal(["conv_p1", "conv_p2"], json.Ids());
        var first = json.GetProperty("conversations")[0];
        Assert.Equal((Person, 3, "Jan"),
            (first.Text("client_phone"), first.GetProperty("transcript").GetArrayLength(), first.GetProperty("collected_data")[0]
            .Text("value")));
        var csv = CsvReading.Rows((await server.Http.GetStringAsync("api/person-data?phone=48509876543&format=csv")).TrimStart('\uFEFF'));
        Assert.Equal(["conversation_id", "conv_p1", "conv_p2"], csv.Select(row => row[0]));
        Assert.Equal(Person, csv.Value("conv_p1", "client_phone"));
        await server.Http.GetProblemAsync("api/person-data?phone=48111222333", 404, "no_data");
        await server.Http.GetProblemAsync("api/person-data", 400, "invalid_parameter", "phone");
        await server.Http.GetProblemAsync("api/person-data?phone=1", 400, "invalid_parameter", "phone");
        await server.Http.GetProblemAsync("api/person-data?phone=48509876543&format=xml", 400, "invalid_parameter", "format");
        var entries = (await server.GetJsonAsync("api/audit-log?limit=2")).GetProperty("entries");
        Assert.Equal(["person_export", "person_export"], entries.Texts("action"));
        Assert.DoesNotContain(Person[1..], entries.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<(long Conversations, long Archives)> CountsAsync(VoicebotServer server, object body)
    {
        var report = await EraseAsync(server, body);
        return (report.Whole("conversations"), report.Whole("archives_rewritten"));
    }

    private static async Task<JsonElement> EraseAsync(VoicebotServer server, object body) =>
        await (await server.Http.PostJsonAsync("api/erase", body)).JsonAsync();

    private static async Task<string> ArchiveAsync(VoicebotServer server, string month)
    {
        var archive = (await server.GetJsonAsync("api/archives")).EnumerateArray().Single(one => one.Text("month") == month);
        return await server.Http.GetStringAsync($"api/download-csv/{archive.Whole("id")}");
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
