using System.IO.Compression;
using Dapper;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Callbacks;

/// <summary>Who sees numbers, and that nothing is left of a person who was erased or forgotten.</summary>
public sealed class CallbackPrivacyTests
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Viewer = "viewer-0123456789abcdefghijklmnopqrstu";
    private const string Phone = "+48509876543";

    private static IEnumerable<VendorConversation> Calls() =>
    [
        CallList.Call("call_1", Phone, "2026-10-30T10:00:00Z").Titled("Telefon 509 876 543", "Prosi o telefon pod 509-876-543"),
        CallList.Call("other", "+48501000002", "2026-11-08T10:00:00Z"),
    ];

    [Fact]
    public async Task Viewer_SeesMaskedNumbersAndMarksNobody()
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor, accessKey: Owner, viewerKey: Viewer);
        await server.MarkAsync(new { conversation_id = "call_1", action = "wanted", note = "Dzwonić na 509 876 543" });
        using var viewer = server.NewClient();
        viewer.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);

        var text = await viewer.GetStringAsync("api/callbacks");

        Assert.Contains("48 ••• ••• 543", text, StringComparison.Ordinal);
        Assert.Contains("Dzwonić na", text, StringComparison.Ordinal);
        foreach (var spelt in new[] { "509876543", "509 876 543", "509-876-543" })
            Assert.DoesNotContain(spelt, text, StringComparison.Ordinal);
        var person = server.Database.Read(connection => connection.ExecuteScalar<long>(
            "SELECT person_key FROM conversations WHERE conversation_id = 'call_1'"));
        Assert.DoesNotContain(person.ToString(System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        await (await viewer.PostJsonAsync("api/callbacks", new { })).ProblemAsync(403, "not_allowed_for_viewer");
        await viewer.GetProblemAsync("api/callbacks/export", 403, "not_allowed_for_viewer");
        await server.SaveSettingsAsync(new { mask_phones = false });
        Assert.Contains(Phone[1..], await server.Http.GetStringAsync("api/callbacks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_People_IsMaskedNamedAndRecorded()
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor);
        await server.MarkAsync(new { conversation_id = "call_1", action = "wanted", note = "Dzwonić na 509 876 543" });

        var answer = await server.Http.GetAsync("api/callbacks/export?lang=pl");
        Assert.Contains("Do oddzwonienia, 2026-11-10.xlsx",
            Uri.UnescapeDataString(answer.Content.Headers.ContentDisposition!.ToString()), StringComparison.Ordinal);
        var masked = Texts(await answer.Content.ReadAsByteArrayAsync());

        Assert.Contains("+48 ••• ••• 543", masked, StringComparison.Ordinal);
        Assert.Contains("Dzwonić na", masked, StringComparison.Ordinal);
        Assert.Contains("poproszono o telefon", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("876", masked, StringComparison.Ordinal);
        await server.SaveSettingsAsync(new { mask_phones = false });
        Assert.Contains(Phone, Texts(await server.Http.GetByteArrayAsync("api/callbacks/export")), StringComparison.Ordinal);
        var entries = (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").EnumerateArray()
            .Where(entry => entry.Text("action") == "export").ToList();
        Assert.Equal(["To call back, 2026-11-10.xlsx", "Do oddzwonienia, 2026-11-10.xlsx"],
            entries.Select(entry => entry.Text("subject")));
        await server.Http.GetProblemAsync("api/callbacks/export?state=later", 404, "no_data");
        await server.Http.GetProblemAsync("api/callbacks/export?lang=x", 400, "invalid_parameter", "lang");
    }

    [Fact]
    public async Task Erase_APerson_TakesTheMarkAlongAndTheNumberOutOfOtherNotes()
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor);
        await server.MarkAsync(new { conversation_id = "call_1", action = "done", note = "Quokka" },
            new { conversation_id = "other", action = "no_answer", note = "Żona ma numer 509-876-543" });

        (await server.Http.PostJsonAsync("api/erase", new { phone = Phone })).Dispose();

        await Eventually.True(async () => (await server.GetJsonAsync("api/erase")).GetProperty("erasures").EnumerateArray()
            .All(one => one.GetProperty("finished").GetBoolean()), "the erasure");
        Assert.Empty(await server.CallbacksAsync("state=done"));
        var note = Assert.Single(await server.CallbacksAsync("state=later")).Text("note");
        Assert.StartsWith("Żona ma numer", note, StringComparison.Ordinal);
        Assert.DoesNotContain("509", note, StringComparison.Ordinal);
        Assert.Equal(1, server.Database.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM callback_marks")));
        if (!PostgresServer.IsForAll)
            Assert.Empty(RawFiles.Holding(RawFiles.Of(server.DataFolder), ["Quokka", "509-876-543", "509 876 543"]));
    }

    [Theory]
    [InlineData("retention_texts_days", 1)]
    [InlineData("retention_phones_days", 0)]
    public async Task Forget_TextsOrNumbers_ForgetsNotesOrMarks(string setting, int marks)
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor);
        await server.MarkAsync(new { conversation_id = "call_1", action = "done", note = "Quokka" });
        await server.SaveSettingsAsync(new Dictionary<string, object> { [setting] = 7 });

        await ForgetAsync(server);

        Assert.Equal((marks, 0), server.Database.Read(connection => connection.QuerySingle<(long, long)>(
            "SELECT COUNT(*), COUNT(note) FROM callback_marks")));
        Assert.Equal(["other"], await server.WaitingAsync());
    }

    [Fact]
    public async Task Forget_OldMarks_AreGone()
    {
        var clock = DatedClock.At(CallList.Now);
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor, clock);
        await server.MarkAsync("call_1", "done");

        clock.Advance(TimeSpan.FromDays(90));
        await ForgetAsync(server);
        Assert.Equal(1, server.Database.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM callback_marks")));
        clock.Advance(TimeSpan.FromDays(2));
        await ForgetAsync(server);
        Assert.Equal(0, server.Database.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM callback_marks")));
    }

    private static Task ForgetAsync(VoicebotServer server) =>
        Voicebot.Functions.Timers.TimerFunction.All.Single(function => function.Name == "ForgetNightly")
            .RunAsync(server.Services, new Microsoft.Azure.Functions.Worker.TimerInfo(), TestContext.Current.CancellationToken);

    private static string Texts(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
