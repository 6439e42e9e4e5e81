using Voicebot.Core.Json;
using Voicebot.Core.Phones;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>A masked number cannot be read back by asking for it piece by piece; who knows it finds it.</summary>
public sealed class NumberOracleTests
{
    private const string Spellings =
        "A: 48600000105 B: +48 600 000 105 C: 600000105 D: 600-000-105 E: 0048600000105 F: +48\u00A0600\u00A0000\u00A0105";
    private const string Masked =
        "A: +48 ••• ••• 105 B: +48 ••• ••• 105 C: +48 ••• ••• 105 D: +48 ••• ••• 105 E: +48 ••• ••• 105 F: +48 ••• ••• 105";

    private static IEnumerable<VendorConversation> Conversations() =>
    [
        new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221234567", "+48600000105")
            .Titled("Title " + Spellings, "Summary " + Spellings)
            .Datum("phone", Spellings).Datum("number", 600000105)
                .Datum("nested", new System.Text.Json.Nodes.JsonObject { ["tel"] = "600 000 105" })
            .Says("agent", "Hello").Says("user", "Transcript " + Spellings)
                .Calls("look_up", parameters: """{"phone":"600 000 105"}""").Build(),
        new ConversationBuilder("conv_sip").At("2026-10-04T10:00:00Z")
            .PhoneCall("outbound", "+48221234567", "sip:jan105@example.test", "sip_trunking").Build(),
        new ConversationBuilder("conv_2").At("2026-10-03T10:00:00Z").WhatsApp("48700100200").Build(),
    ];

    [Theory]
    [InlineData("+48600000105", "conv_1", "conv_1")]
    [InlineData("+48 600 000 105", "conv_1", "conv_1")]
    [InlineData("0048600000105", "conv_1", "conv_1")]
    [InlineData("600000105", "conv_1", "")]
    [InlineData("600-000-105", "conv_1", "")]
    [InlineData("0 600 000 105", "conv_1", "")]
    [InlineData("105", "conv_1", "")]
    [InlineData("700100200", "conv_2", "")]
    [InlineData("sip:JAN105@example.test", "conv_sip", "conv_sip")]
    [InlineData("22 123", "conv_1 conv_sip", "")] // the company's own
    [InlineData("60000010", "", "")]
    [InlineData("00000105", "", "")]
    [InlineData("8600000105", "", "")]
    [InlineData("0105", "", "")]
    [InlineData("600", "", "")]
    [InlineData("+48600000106", "", "")]
    [InlineData("+49600000105", "", "")]
    [InlineData("jan105", "", "")]
    [InlineData("+", "conv_1 conv_sip", "")]
    public async Task Get_PhoneWhileMasked_FindsWholeNumbersOnly(string phone, string found, string erased)
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var query = "phone=" + Uri.EscapeDataString(phone);

        Assert.Equal(found, string.Join(' ', (await server.GetJsonAsync("api/conversations?" + query)).Ids()));
        using var csv = await server.Http.GetAsync("api/export-csv?" + query);
        Assert.Equal(found.Length > 0 ? 200 : 404, (int)csv.StatusCode);
        if (erased.Length == 0)
            return;
        var report = await (await server.Http.PostJsonAsync("api/erase", new { phone, dry_run = true })).JsonAsync();
        Assert.Equal(1, report.Whole("conversations"));
    }

    /// <summary>A collected number that names the client is no number, and its digits are nowhere, whatever is asked of it.</summary>
    [Fact]
    public async Task Get_DataWhileMasked_TellsNothingOfTheNumber()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        var report = await server.GetJsonAsync("api/data?data=number:exists");

        AssertMasked(report.ToString());
        var number = report.GetProperty("data").EnumerateArray().Single(datum => datum.Text("id") == "number");
        Assert.Equal((1, null, null, null, "+48 ••• ••• 105"), (number.Whole("types", "number"), number.Text("mean"), number.Text("min"),
            number.Text("max"), number.GetProperty("values")[0].Text("value")));
        Assert.Equal(0, number.GetProperty("histogram").GetArrayLength());
        foreach (var asked in new[] { "number:gt:0", "number:lt:1e12", "number:gte:600000105", "number:lte:600000105",
            "number:eq:600000105", "number:in:600000105|1", "phone:eq:" + Spellings.Replace(":", @"\:", StringComparison.Ordinal),
            @"nested:eq:{""tel""\:""600 000 105""}" })
        {
            var query = "data=" + Uri.EscapeDataString(asked);
            Assert.Equal(0, (await server.GetJsonAsync("api/conversations?" + query)).Whole("total"));
            Assert.Equal(0, (await server.GetJsonAsync("api/data?" + query)).Whole("total_conversations"));
        }
        foreach (var asked in new[] { "number:neq:600000105", "number:eq:+48 ••• ••• 105", @"nested:eq:{""tel""\:""+48 ••• ••• 105""}" })
            Assert.Equal(1, (await server.GetJsonAsync("api/conversations?data=" + Uri.EscapeDataString(asked))).Whole("total"));
        await server.SaveSettingsAsync(new { mask_phones = false });
        Assert.Equal(1, (await server.GetJsonAsync("api/conversations?data=number:gte:600000105,number:lt:600000106")).Whole("total"));
    }

    [Theory]
    [InlineData("600000105", "conv_1")]
    [InlineData("600 000-1", "conv_1")]
    [InlineData("+48 600", "conv_1")]
    [InlineData("0048 600", "conv_1")]
    [InlineData("jan105", "conv_sip")]
    [InlineData("105", "conv_1 conv_sip")]
    [InlineData("601", "")]
    public async Task Get_PhoneNotMasked_FindsPartsWhateverTheSeparators(string phone, string found)
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        await server.SaveSettingsAsync(new { mask_phones = false });

        Assert.Equal(found, string.Join(' ', (await server.GetJsonAsync("api/conversations?phone=" + Uri.EscapeDataString(phone))).Ids()));
    }

    [Fact]
    public async Task Get_EverySpelling_IsMaskedEverywhereAndNotFoundByWords()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        foreach (var path in new[] { "api/conversations", "api/conversations?search=title", "api/conversations?search=hello",
            "api/conversations?search=transcript" })
        {
            var row = (await server.GetJsonAsync(path)).GetProperty("conversations")[0];
            Assert.Equal(("Title " + Masked, "Summary " + Masked), (row.Text("call_summary_title"), row.Text("transcript_summary")));
            AssertMasked(row.ToString());
        }
        var hit = (await server.GetJsonAsync("api/conversations?search=transcript")).GetProperty("conversations")[0]
            .GetProperty("search_hit");
        var shown = string.Concat(hit.GetProperty("parts").Texts("text"));
        Assert.Equal("transcript", hit.Text("field"));
        Assert.Contains("B: +48 ••• ••• 105 C: +48 ••• ••• 105 D: +48 ••• ••• 105", shown, StringComparison.Ordinal);
        AssertMasked(shown);

        var detail = await server.GetJsonAsync("api/conversations/conv_1");
        AssertMasked(detail.ToString());
        Assert.Equal("""{"phone":"+48 ••• ••• 105"}""", detail.GetProperty("transcript")[2].GetProperty("tool_calls")[0]
            .Text("parameters"));

        var rows = CsvReading.Rows((await server.Http.GetStringAsync("api/export-csv")).TrimStart('\uFEFF'));
        Assert.Equal(("Title " + Masked, Masked, "+48 ••• ••• 105"),
            (rows.Value("conv_1", "call_summary_title"), rows.Value("conv_1", "data_phone"), rows.Value("conv_1", "data_number")));
        AssertMasked(string.Join('\n', rows.SelectMany(row => row)));

        foreach (var part in new[] { "486", "4860", "600", "600000", "0048", "105" })
            Assert.Equal(0, (await server.GetJsonAsync("api/conversations?search=" + part)).Whole("total"));
    }

    private static void AssertMasked(string text)
    {
        foreach (var spelling in new[] { "600000105", "600 000 105", "600-000-105", "600\u00A0000\u00A0105", "600" })
            Assert.DoesNotContain(spelling, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+48600000105", "600000105", true)]
    [InlineData("+48600000105", "48600000105", true)]
    [InlineData("48600000105", "0600000105", true)]
    [InlineData("+12025550143", "(202) 555-0143", true)]
    [InlineData("+4512345678", "12 34 56 78", true)]
    [InlineData("+48600000105", "+49600000105", false)]
    [InlineData("+48600000105", "00000105", false)]
    [InlineData("+48600000105", "8600000105", false)]
    [InlineData("sip:a@b", "sip:A@B", true)]
    [InlineData("sip:600000105@b", "600000105", true)]
    [InlineData("112", "112", false)]
    [InlineData(null, "600000105", false)]
    [InlineData("+4915112345678", "0151 12345678", true)]
    [InlineData("+447911123456", "07911 123456", true)]
    [InlineData("+17135551234", "(713) 555-1234", true)]
    [InlineData("+48501000001", "+48 (0) 501 000 001", true)]
    [InlineData("+33612345678", "06 12 34 56 78", true)]
    [InlineData("+4915112345678", "0151 12345679", false)]
    [InlineData("+4915112345678", "12345678", false)]
    public void IsSame_Numbers_AreComparedWhole(string? phone, string? other, bool same)
    {
        Assert.Equal(same, PhoneMatch.IsSame(phone, other));
        Assert.Equal(same, PhoneMatch.IsSame(other, phone));
    }
}
