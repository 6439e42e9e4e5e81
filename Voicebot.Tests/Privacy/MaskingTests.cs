using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>Clients' numbers leave the program masked, unless somebody asks for one, or the owner has switched the masking off.</summary>
public sealed class MaskingTests
{
    private const string Client = "+48509876543";
    private const string Masked = "+48 ••• ••• 543";
    private const string Agent = "+48221234567";

    private static VendorConversation Conversation() =>
        new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z").PhoneCall("inbound", Agent, Client)
        .Titled("Call " + Client, "The caller gave 48509876543.").Datum("phone", Client).Datum("number", 48509876543).Talks(2).Build();

    [Fact]
    public async Task Get_ListDetailAndCsv_HoldNoWholeNumber()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversation());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var archive = (await (await server.Http.PostTextAsync("api/archive?month=2026-10", "{}")).JsonAsync()).GetProperty("archives")[0];
        string[] paths = ["api/conversations", "api/conversations/conv_1", "api/conversations?search=caller", "api/export-csv",
            $"api/download-csv/{archive.Whole("id")}"];
        foreach (var path in paths)
        {
            var text = System.Text.RegularExpressions.Regex.Unescape((await server.Http.GetStringAsync(path))
                .Replace("\\\"", "\"", StringComparison.Ordinal));
            Assert.DoesNotContain(Client[1..], text, StringComparison.Ordinal);
            Assert.Contains(Agent, text, StringComparison.Ordinal); // the company's own number is no secret
        }
        var row = (await server.GetJsonAsync("api/conversations")).GetProperty("conversations")[0];
        Assert.Equal((Masked, "True", "Call " + Masked),
            (row.Text("client_phone"), row.Text("phones_masked"), row.Text("call_summary_title")));
        Assert.Equal(Masked, CsvReading.Rows((await server.Http.GetStringAsync("api/export-csv")).TrimStart('\uFEFF'))
            .Value("conv_1", "data_number"));
    }

    [Fact]
    public async Task Post_Reveal_GivesTheNumbersAndIsRecorded()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversation());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var revealed = await (await server.Http.PostTextAsync("api/conversations/conv_1/reveal", "{}")).JsonAsync();
        Assert.Equal((Agent, Client), (revealed.Text("agent_phone"), revealed.Text("client_phone")));
        var entry = (await server.GetJsonAsync("api/audit-log")).GetProperty("entries")[0];
        Assert.Equal(("owner", "reveal", "conv_1"), (entry.Text("role"), entry.Text("action"), entry.Text("subject")));
        await (await server.Http.PostTextAsync("api/conversations/conv_none/reveal", "{}")).ProblemAsync(404, "not_found");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settings_MaskingSwitchedOff_ShowsNumbers(bool byEnvironment)
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversation());
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup
            {
                Vendor = vendor,
                More = new Dictionary<string,
            string?>
                { ["VOICEBOT_MASK_PHONES"] = byEnvironment ? "false" : null }
            });
        await server.SyncAsync();
        if (!byEnvironment)
            await server.SaveSettingsAsync(new { mask_phones = false });
        var row = (await server.GetJsonAsync("api/conversations")).GetProperty("conversations")[0];
        Assert.Equal((Client, "False", "Call " + Client),
            (row.Text("client_phone"), row.Text("phones_masked"), row.Text("call_summary_title")));
        var settings = await server.GetJsonAsync("api/settings");
        Assert.Equal(("False", byEnvironment ? "environment" : "stored"),
            (settings.Text("mask_phones"), settings.Text("mask_phones_source")));
        await server.SaveSettingsAsync(new { mask_phones = true });
        Assert.Equal(byEnvironment ? Client : Masked, (await server.GetJsonAsync("api/conversations/conv_1")).Text("client_phone"));
    }
}
