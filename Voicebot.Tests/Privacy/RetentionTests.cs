using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Json;
using Voicebot.Core.Privacy;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>Texts and numbers go after their days, in the database and in the archives; what is counted stays.</summary>
public sealed class RetentionTests
{
    private static IEnumerable<VendorConversation> Conversations() =>
    [
        new ConversationBuilder("conv_old").At("2026-09-01T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48509876543")
            .Titled("Old title", "Old summary").Datum("name", "Jan").Criterion("polite", "success").Rated(4).Talks(3),
        new ConversationBuilder("conv_new").At("2026-11-01T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001")
            .Titled("New title", "New summary").Datum("name", "Ewa").Talks(2),
    ];

    private static async Task<VoicebotServer> StartAsync(VendorSimulator vendor)
    {
        var server = await VoicebotServer.StartAsync(
            new VoicebotServerSetup
            {
                Vendor = vendor,
                Clock = DatedClock.At("2026-11-10T12:00:00Z"),
                More = new Dictionary<string, string?> { ["VOICEBOT_MASK_PHONES"] = "false" },
            });
        await server.SyncAsync("2026-08-01", "2026-11-10");
        foreach (var month in new[] { "2026-09", "2026-11" })
            await (await server.Http.PostTextAsync($"api/archive?month={month}", "{}")).JsonAsync();
        return server;
    }

    private static Task<ForgettingReport> NightAsync(VoicebotServer server) =>
        server.Services.GetRequiredService<Forgetting>().RunAsync(default);

    [Fact]
    public async Task Night_WithoutRetention_ForgetsNothing()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        Assert.Equal(new ForgettingReport(0, 0, 0), await NightAsync(server));
    }

    [Fact]
    public async Task Night_TextsOver_ForgetsThemAndKeepsTheStatistics()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        var before = await KpisAsync(server);
        await server.SaveSettingsAsync(new { retention_texts_days = 30 });
        Assert.Equal(new ForgettingReport(1, 0, 1), await NightAsync(server));
        Assert.Equal(new ForgettingReport(0, 0, 0), await NightAsync(server));

        var old = await server.GetJsonAsync("api/conversations/conv_old");
        Assert.Equal((null, null, 0, 0),
            (old.Text("call_summary_title"), old.Text("transcript_summary"), old.GetProperty("transcript")
            .GetArrayLength(), old.GetProperty("collected_data").GetArrayLength()));
        Assert.Equal(("+48509876543", "success", "4"),
            (old.Text("client_phone"), old.GetProperty("criteria").Text("polite"), old.Text("rating")));
        Assert.Equal("New title", (await server.GetJsonAsync("api/conversations/conv_new")).Text("call_summary_title"));
        Assert.Equal(before, await KpisAsync(server));
        Assert.Equal(0, (await server.GetJsonAsync("api/conversations?search=%22old%20summary%22")).Whole("total"));
        var archived = await ArchiveAsync(server, "2026-09");
        Assert.Equal(("", "", "", "+48509876543"),
            (archived.Value("conv_old", "transcript_summary"), archived.Value("conv_old", "call_summary_title"),
            archived.Value("conv_old", "data_name"), archived.Value("conv_old", "client_phone")));
        Assert.Equal("New summary", (await ArchiveAsync(server, "2026-11")).Value("conv_new", "transcript_summary"));

        vendor.Change("conv_old", one => one.List["rating"] = 1);
        await server.SyncAsync("2026-08-01", "2026-11-10"); // it must not come back
        Assert.Null((await server.GetJsonAsync("api/conversations/conv_old")).Text("transcript_summary"));
        var entry = (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").EnumerateArray()
            .First(one => one.Text("action") == "retention");
        Assert.Equal(("system", "1 texts, 0 numbers, 1 archives"), (entry.Text("role"), entry.Text("detail")));
    }

    [Fact]
    public async Task Night_NumbersOver_ForgetsThemApartFromTexts()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        await server.SaveSettingsAsync(new { retention_phones_days = 30 });
        Assert.Equal(new ForgettingReport(0, 1, 1), await NightAsync(server));
        var old = await server.GetJsonAsync("api/conversations/conv_old");
        Assert.Equal((null, "+48221000001", "Old summary", 3),
            (old.Text("client_phone"), old.Text("agent_phone"), old.Text("transcript_summary"), old.GetProperty("transcript")
            .GetArrayLength()));
        Assert.Equal("", (await ArchiveAsync(server, "2026-09")).Value("conv_old", "client_phone"));

        vendor.Change("conv_old", one => one.List["rating"] = 1);
        await server.SyncAsync("2026-08-01", "2026-11-10"); // the rating comes, the number does not
        old = await server.GetJsonAsync("api/conversations/conv_old");
        Assert.Equal((null, "1"), (old.Text("client_phone"), old.Text("rating")));
        Assert.Equal("+48501000001", (await server.GetJsonAsync("api/conversations/conv_new")).Text("client_phone"));
    }

    /// <summary>Once the number is forgotten, nothing knows any more what to mask.</summary>
    [Fact]
    public async Task Night_NumbersOver_TakesThemOutOfTheTexts()
    {
        const string Texts = "of 509 876 543 and 48509876543, not 501 000 001";
        const string Left = "of ••• and •••, not 501 000 001";
        var old = new ConversationBuilder("conv_old").At("2026-09-01T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48509876543")
            .Titled("Title " + Texts, "Summary; \"quoted\" " + Texts).Datum("phone", Texts).Says("user", "Said " + Texts)
                .Ended("Transferred caller +48509876543");
        await using var vendor = await VendorSimulator.StartAsync(old.Build());
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup
            {
                Vendor = vendor,
                Clock = DatedClock.At("2026-11-10T12:00:00Z"),
                More = new Dictionary<string,
            string?>
                { ["VOICEBOT_MASK_PHONES"] = "false" }
            });
        await server.SyncAsync("2026-08-01", "2026-11-10");
        await (await server.Http.PostTextAsync("api/archive?month=2026-09", "{}")).JsonAsync();
        await server.SaveSettingsAsync(new { retention_phones_days = 30 });
        Assert.Equal(new ForgettingReport(0, 1, 1), await NightAsync(server));

        await AssertForgottenAsync();
        vendor.Change("conv_old", one => one.List["rating"] = 1);
        await server.SyncAsync("2026-08-01", "2026-11-10"); // the vendor sends it all again
        Assert.Equal("1", (await server.GetJsonAsync("api/conversations/conv_old")).Text("rating"));
        await AssertForgottenAsync();
        Assert.Equal(0, (await server.GetJsonAsync("api/conversations?search=509876543")).Whole("total"));
        Assert.Equal(0, Assert.Single(await server.SyncAsync("2026-08-01", "2026-11-10")).Whole("updated_count"));
        Assert.DoesNotContain("509 876",
            server.Database.Read(connection => connection.QuerySingle<string>("SELECT list_json FROM conversation_documents")),
            StringComparison.Ordinal);

        async Task AssertForgottenAsync()
        {
            var detail = await server.GetJsonAsync("api/conversations/conv_old");
            Assert.Equal(("Title " + Left, "Summary; \"quoted\" " + Left),
                (detail.Text("call_summary_title"), detail.Text("transcript_summary")));
            Assert.Equal("Transferred caller •••", detail.Text("termination_reason"));
            Assert.Equal(("Said " + Left, Left),
                (detail.GetProperty("transcript")[0].Text("message"), detail.GetProperty("collected_data")[0].Text("value")));
            foreach (var rows in new[] { CsvReading.Rows((await server.Http.GetStringAsync("api/export-csv")).TrimStart('\uFEFF')),
                await ArchiveAsync(server, "2026-09") })
                Assert.Equal(("", "Title " + Left, "Summary; \"quoted\" " + Left, Left),
                    (rows.Value("conv_old", "client_phone"), rows.Value("conv_old", "call_summary_title"),
                        rows.Value("conv_old", "transcript_summary"), rows.Value("conv_old", "data_phone")));
        }
    }

    /// <summary>Not analysed: title and summary stand in the list only, which the vendor sends first.</summary>
    [Fact]
    public async Task Night_NumbersOver_TakesThemOutOfWhatOnlyTheListKnows()
    {
        var old = new ConversationBuilder("conv_old").At("2026-09-01T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48509876543")
            .WithoutAnalysis();
        old.List["transcript_summary"] = "Calls 509 876 543 back";
        await using var vendor = await VendorSimulator.StartAsync(old.Build());
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = DatedClock.At("2026-11-10T12:00:00Z") });
        await server.SyncAsync("2026-08-01", "2026-11-10");
        await server.SaveSettingsAsync(new { retention_phones_days = 30 });
        await NightAsync(server);

        foreach (var rating in new[] { 1, 2 })
        {
            vendor.Change("conv_old", one => one.List["rating"] = rating);
            Assert.Equal(1, Assert.Single(await server.SyncAsync("2026-08-01", "2026-11-10")).Whole("updated_count"));
            var detail = await server.GetJsonAsync("api/conversations/conv_old");
            Assert.Equal(("Calls ••• back", $"{rating}"), (detail.Text("transcript_summary"), detail.Text("rating")));
            Assert.Equal(0, (await server.GetJsonAsync("api/conversations?search=509876543")).Whole("total"));
        }
        Assert.Equal(0, Assert.Single(await server.SyncAsync("2026-08-01", "2026-11-10")).Whole("updated_count"));
    }

    /// <summary>
    /// Without a start it grows old from when it was first seen; the reason why its details failed may repeat what they said.
    /// </summary>
    [Fact]
    public async Task Night_WithoutAStartOrWithFailedDetails_ForgetsThem()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_undated").At("2026-11-01T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48509876543")
                .Titled("Zyzzyva", "x").Talks(2),
            new ConversationBuilder("conv_failing").At("2026-11-01T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001")
                .Titled("Quokka", "x").Talks(2));
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync("2026-11-01", "2026-11-10");
        server.Database.Write(connection => connection.Execute("""
            UPDATE conversations SET start_time = NULL WHERE conversation_id = 'conv_undated';
            UPDATE conversations SET details_state = 'failed', details_error = 'no answer about +48509876543', start_time = NULL,
                details_read_at = NULL, first_run_id = NULL WHERE conversation_id = 'conv_failing';
            """));
        await server.SaveSettingsAsync(new { retention_texts_days = 30, retention_phones_days = 30 });
        Assert.Equal(new ForgettingReport(0, 0, 0), await NightAsync(server));

        clock.Advance(TimeSpan.FromDays(31));
        var forgotten = await NightAsync(server);

        Assert.Equal((2, 2), (forgotten.Texts, forgotten.Phones));
        Assert.Empty(RawFiles.Holding(server.DataFolder, "509876543", "501000001", "Zyzzyva", "Quokka", "no answer about"));
        Assert.Equal(2, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
    }

    /// <summary>What the vendor deleted goes from the archives, too.</summary>
    [Fact]
    public async Task Night_AfterADeletionAtTheVendor_TakesItOutOfTheArchives()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        vendor.Change("conv_old", one =>
        {
            one.List["rating"] = 1; // so that its details are read again
            one.Detail["metadata"]!["phone_call"] = null;
            one.Detail["metadata"]!["deletion_settings"] = new JsonObject
            {
                ["deleted_transcript_at_time_unix_secs"] = DateTimeOffset.Parse("2026-11-01T00:00:00Z", null).ToUnixTimeSeconds(),
            };
        });
        await server.SyncAsync("2026-08-01", "2026-11-10");
        Assert.Equal(new ForgettingReport(0, 0, 1), await NightAsync(server));
        var archived = await ArchiveAsync(server, "2026-09");
        Assert.Equal(("", "", ""),
            (archived.Value("conv_old", "transcript_summary"), archived.Value("conv_old", "client_phone"),
            archived.Value("conv_old", "data_name")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"30\"")]
    [InlineData("36501")]
    [InlineData("true")]
    public async Task Post_WrongDays_NamesTheField(string days)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/settings", $$"""{"retention_texts_days":{{days}}}"""))
            .ProblemAsync(400, "invalid_parameter", "retention_texts_days");
    }

    [Fact]
    public async Task Post_NullDays_SwitchesTheRetentionOff()
    {
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup { More = new Dictionary<string, string?> { ["VOICEBOT_RETENTION_PHONES_DAYS"] = "90" } });
        var settings = await server.SaveSettingsAsync(new { retention_texts_days = 30 });
        Assert.Equal(("30", "stored", "90", "environment"),
            (settings.Text("retention_texts_days"), settings.Text("retention_texts_source"), settings.Text("retention_phones_days"),
            settings.Text("retention_phones_source")));
        settings = await server.SaveSettingsAsync(new { time_zone = "UTC" });
        Assert.Equal("30", settings.Text("retention_texts_days"));
        settings = await server.SaveSettingsAsync(new { retention_texts_days = (int?)null });
        Assert.Equal((null, "default"), (settings.Text("retention_texts_days"), settings.Text("retention_texts_source")));
    }

    private static async Task<string> KpisAsync(VoicebotServer server)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse((await server.GetJsonAsync("api/kpis")).GetRawText())!.AsObject();
        json.Remove("as_of");
        return json.ToJsonString();
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> ArchiveAsync(VoicebotServer server, string month)
    {
        var archive = (await server.GetJsonAsync("api/archives")).EnumerateArray().First(one => one.Text("month") == month);
        return CsvReading.Rows((await server.Http.GetStringAsync($"api/download-csv/{archive.Whole("id")}")).TrimStart('\uFEFF'));
    }
}
