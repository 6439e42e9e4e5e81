using System.Text.Json.Nodes;
using Voicebot.Core.Json;
using Voicebot.Tests.Phones;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>
/// However a number is spelled where the vendor tells it and where texts repeat it: masked, found, handed out and erased as one person's.
/// </summary>
public sealed class SpelledPersonTests
{
    private const string Digits = "600000105";
    private const string Bsuid = "US.EXAMPLE00000000000010";
    private static readonly string[] Spellings =
        ["600,000,105", "600;000;105", "600–000–105", "600\u200B000\u200B105", "600    000    105", "600_000·105", "６０００００１０５",
            "٦٠٠٠٠٠١٠٥",
            "%2B48600000105", "600&nbsp;000&nbsp;105", "tel:+48-600-000-105;ext=12", "\"Jan\" <sip:+48600000105@host>"];

    private static VendorConversation Everywhere(string id, string client)
    {
        var all = string.Join(" & ", Spellings.Select((spelling, index) => $"{(char)('A' + index)}: {spelling}"));
        var builder = new ConversationBuilder(id).At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221234567", client)
            .Titled("Title " + all, "Summary " + all)
            .Ended("Ended for " + all).Datum("phone", all).Datum("number", 48600000105).Says("agent", "Hello")
                .Says("user", "Transcript " + all)
            .Calls("look_up", parameters: new JsonObject
            {
                ["phone"] = all,
                ["n"] = 600000105,
                ["600000105"] = new JsonArray("600", "000", "105")
            }.ToJsonString());
        builder.Detail["conversation_initiation_client_data"]!["dynamic_variables"]!["customer"] = all;
        return builder.Build();
    }

    [Theory]
    [InlineData("+48600000105")]
    [InlineData("+48 600,000,105")]
    [InlineData("＋４８６０００００１０５")]
    [InlineData("sip:+48600000105@pbx.example.test;user=phone")]
    [InlineData("\"Jan Kowalski\" <sip:0048600000105@host>")]
    [InlineData("tel:600000105;phone-context=+48")]
    public async Task Person_InAnySpelling_IsMaskedFoundHandedOutAndErased(string client)
    {
        await using var vendor =
            await VendorSimulator.StartAsync(Everywhere("conv_1", client), new ConversationBuilder("conv_2").At("2026-10-04T10:00:00Z")
            .PhoneCall("inbound", "+48221234567", "+48600000106").Build());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        foreach (var path in new[] { "api/conversations", "api/conversations/conv_1", "api/conversations?search=transcript",
            "api/conversations?search=summary", "api/export-csv" })
            AssertMasked(await server.Http.GetStringAsync(path), path);
        var parameters = (await server.GetJsonAsync("api/conversations/conv_1")).GetProperty("transcript")[2].GetProperty("tool_calls")[0]
            .Text("parameters")!;
        Assert.IsType<JsonObject>(JsonNode.Parse(parameters));
        foreach (var asked in Spellings.Append(client).Append("600000105"))
            Assert.Equal(["conv_1"], (await server.GetJsonAsync("api/conversations?phone=" + Uri.EscapeDataString(asked))).Ids());
        foreach (var asked in new[] { "600", "6000", "600000", "105", "486" })
            Assert.Equal(0, (await server.GetJsonAsync("api/conversations?search=" + asked)).Whole("total"));

        var person = await server.GetJsonAsync("api/person-data?phone=" + Uri.EscapeDataString(Spellings[0]));
        Assert.Equal("conv_1", Assert.Single(person.GetProperty("conversations").EnumerateArray()).Text("conversation_id"));
        var report = await (await server.Http.PostJsonAsync("api/erase", new { phone = Spellings[^1] })).JsonAsync();
        Assert.Equal(1, report.Whole("conversations"));
        Assert.Equal(["conv_2"], (await server.GetJsonAsync("api/conversations")).Ids());
    }

    [Theory]
    [InlineData("+12025550164")]
    [InlineData("12025550164")]
    [InlineData("us.example00000000000010")]
    [InlineData("(202) 555-0164")]
    public async Task Person_OnWhatsApp_IsFoundByNumberAndByWhatsAppsId(string asked)
    {
        await using var vendor =
            await VendorSimulator.StartAsync(WhatsApp("conv_both", "12025550164", "+12025550164", Bsuid),
            WhatsApp("conv_other", "447700900123", "+447700900123", "GB.EXAMPLE99"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        var detail = await server.Http.GetStringAsync("api/conversations/conv_both");
        Assert.DoesNotContain(Bsuid, detail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("2025550164", detail, StringComparison.Ordinal);
        Assert.Equal(["conv_both"], (await server.GetJsonAsync("api/conversations?phone=" + Uri.EscapeDataString(asked))).Ids());
        Assert.Equal("+12025550164", (await server.GetJsonAsync("api/person-data?phone=" + Uri.EscapeDataString(asked)))
            .GetProperty("conversations")[0].Text("client_phone"));
        Assert.Equal(1, (await (await server.Http.PostJsonAsync("api/erase", new { phone = asked })).JsonAsync()).Whole("conversations"));
        Assert.Equal(["conv_other"], (await server.GetJsonAsync("api/conversations")).Ids());
    }

    public static TheoryData<string, string> Mentioned()
    {
        var data = new TheoryData<string, string>();
        foreach (var separator in SpelledNumbers.Separators.Concat(SpelledNumbers.EncodedSeparators))
            data.Add("+48600000105", string.Join(separator, "600", "000", "105"));
        foreach (var script in SpelledNumbers.Scripts)
            data.Add("+48600000105", string.Concat(Digits.Select(digit => script[digit - '0'])));
        data.Add(Bsuid, $"<{Bsuid.ToLowerInvariant()}>");
        data.Add("sip:jan.kowalski@pbx.example.test", "jan.kowalski@pbx.example.test");
        data.Add("sip:jan.kowalski@pbx.example.test", "Jan.Kowalski%40PBX.example.test");
        return data;
    }

    [Theory]
    [MemberData(nameof(Mentioned))]
    public async Task Erase_MentionedByOthers_IsNowhereLeft(string client, string written)
    {
        var builder = new ConversationBuilder("conv_other").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221234567", "+48600000999")
            .Titled("Title", $"Call ({written}) back").Says("user", $"I am at ({written})").Datum("callback", $"({written})")
            .Calls("look_up", parameters: new JsonObject { ["phone"] = $"({written})" }.ToJsonString());
        await using var vendor = await VendorSimulator.StartAsync(builder.Build());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        await (await server.Http.PostJsonAsync("api/settings", new { mask_phones = false })).JsonAsync();
        Assert.Contains($"({written})", (await server.GetJsonAsync("api/conversations/conv_other")).Text("transcript_summary"),
            StringComparison.Ordinal);

        var report = await (await server.Http.PostJsonAsync("api/erase", new { phone = client })).JsonAsync();

        Assert.Equal(1, report.Whole("mentions"));
        var left = await server.GetJsonAsync("api/conversations/conv_other");
        var (summary, said) = (left.Text("transcript_summary")!, left.GetProperty("transcript")[0].Text("message")!);
        Assert.StartsWith("Call ", summary, StringComparison.Ordinal);
        var others = left.GetProperty("transcript")[1].GetRawText();
        foreach (var text in new[] { summary, said, others, left.GetProperty("collected_data").GetRawText() })
        {
            Assert.Contains("•••", System.Text.RegularExpressions.Regex.Unescape(text), StringComparison.Ordinal);
            Assert.DoesNotContain(written, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(Bsuid, null, Bsuid)] // WhatsApp tells its own id only
    [InlineData("12025550164", null, "12025550164")]
    [InlineData(Bsuid, "+12025550164", "+12025550164")]
    public async Task Sync_WhatsAppRecipient_TheNumberGoesBeforeTheId(string user, string? phone, string client)
    {
        await using var vendor = await VendorSimulator.StartAsync(WhatsApp("conv_1", user, phone, Bsuid));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        Assert.Equal(client, (await (await server.Http.PostTextAsync("api/conversations/conv_1/reveal", "{}")).JsonAsync())
            .Text("client_phone"));
        Assert.Equal(1, (await (await server.Http.PostJsonAsync("api/erase", new { phone = Bsuid, dry_run = true })).JsonAsync())
            .Whole("conversations"));
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("+266696687")]
    [InlineData("+7378742833")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    public async Task Person_Withheld_IsNobody(string standIn)
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z")
            .PhoneCall("inbound", "+48221234567", standIn)
            .Titled("Title", "An anonymous caller, 266696687 and 7378742833.").Build());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        var row = (await server.GetJsonAsync("api/conversations")).GetProperty("conversations")[0];
        Assert.Equal((standIn, "An anonymous caller, 266696687 and 7378742833."),
            (row.Text("client_phone"), row.Text("transcript_summary")));
        var refused = await (await server.Http.PostJsonAsync("api/erase", new { phone = standIn }))
            .ProblemAsync(400, "invalid_parameter", "phone");
        Assert.Contains("belongs to nobody", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("belongs to nobody",
            (await server.Http.GetProblemAsync("api/person-data?phone=" + Uri.EscapeDataString(standIn), 400,
                "invalid_parameter", "phone"))
            .Text("detail"), StringComparison.Ordinal);
        Assert.Equal(["conv_1"], (await server.GetJsonAsync("api/conversations")).Ids());
    }

    private static VendorConversation WhatsApp(string id, string user, string? phone, string bsuid)
    {
        var builder = new ConversationBuilder(id).At("2026-10-05T10:00:00Z").WhatsApp(user)
            .Says("user", $"I am {user}, {phone} or {bsuid}.");
        builder.Metadata["whatsapp"]!["recipient"] = new JsonObject { ["phone"] = phone, ["bsuid"] = bsuid };
        builder.Detail["user_id"] = user;
        return builder.Build();
    }

    /// <summary>No digit of it is left but those that the mask shows, whatever stands between.</summary>
    private static void AssertMasked(string text, string path)
    {
        var read = System.Text.RegularExpressions.Regex.Unescape(text.Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace("\\\\", "", StringComparison.Ordinal));
        Assert.False(read.Contains("600", StringComparison.Ordinal) || read.Contains("６００", StringComparison.Ordinal)
            || read.Contains("٦٠٠", StringComparison.Ordinal), path + read);
        Assert.DoesNotContain(Digits, string.Concat(read.Where(char.IsAsciiDigit)), StringComparison.Ordinal);
    }
}
