using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.ElevenLabs;

/// <summary>
/// Words from outside are one short line without secrets, numbers, addresses and signs that steer a screen, wherever they get in.
/// </summary>
public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("Invalid API key", "Invalid API key")]
    [InlineData("Zażółć gęślą jaźń 😀", "Zażółć gęślą jaźń 😀")]
    [InlineData("Conversation conv_01jz4k9m2xq7r5t8v0w3y6 not found", "Conversation conv_01jz4k9m2xq7r5t8v0w3y6 not found")]
    [InlineData("needs convai_read, at most 100 of 1234 (HTTP 429)", "needs convai_read, at most 100 of 1234 (HTTP 429)")]
    [InlineData("agent_7012345678 and conv_123456789", "agent_7012345678 and conv_123456789")]
    [InlineData("key sk_0123456789abcdef is wrong", "key ••• is wrong")]
    [InlineData("key s\u200Bk_\u200B0123456789abcdef is wrong", "key ••• is wrong")]
    [InlineData("xi-api-key: abc", "xi-api-key: •••")]
    [InlineData("{\"api_key\":\"abc\"}", "{\"api_key\":\"•••\"}")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: Bearer •••")]
    [InlineData("got bearer abc def", "got bearer ••• def")]
    [InlineData("password=hunter2&x=1", "password=•••")]
    [InlineData("token 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef!", "token •••!")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "•••")]
    [InlineData("proxy http://jan:tajne@proxy:8080/", "proxy http://•••@proxy:8080/")]
    [InlineData("call +48 501 000 001 now", "call ••• now")]
    [InlineData("call 501000001, (22) 123-45-67; +1.415.555.0100", "call •••")]
    [InlineData("call ５０１００００01", "call •••")]
    [InlineData("call +48 - - - 501 ..... 000 ............ 001 now", "call ••• ............ 001 now")]
    [InlineData("call +48,,,,,501,,,,,000,,,,,001 now", "call ••• now")]
    [InlineData("write to jan.kowalski+x@example.test now", "write to ••• now")]
    [InlineData("\u001b[31mred\u001b[0m \u001b]0;title\u0007done", "red done")]
    [InlineData("a\r\nERROR: forged line\tb\0c\u2028d", "a ERROR: forged line b c d")]
    [InlineData("\u202Egnp.exe\u2066x", "gnp.exex")]
    [InlineData("<b>bold</b> <script>alert(1)</script>end <img src=x onerror=alert(1)>", "bold end")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("", "")]
    public void Clean_Words_AreFitToBeShown(string text, string clean) => Assert.Equal(clean, ForeignText.Clean(text));

    [Fact]
    public void Clean_LongWords_AreCutAtThreeHundredAndNeverWithinAPair()
    {
        var clean = ForeignText.Clean(string.Concat(Enumerable.Repeat("x😀", 100_000)));
        Assert.InRange(clean.Length, 298, 300);
        Assert.EndsWith("…", clean, StringComparison.Ordinal);
        Assert.Equal("half \uFFFD of a pair", ForeignText.Clean("half \ud83d of a pair"));
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(clean)));
    }

    /// <summary>
    /// The same words by every way in: the list's and a detail's refusal, the test of a key; looked for in every way out.
    /// </summary>
    [Fact]
    public async Task Sync_RefusalFullOfSecrets_LeavesNoneOfThemAnywhere()
    {
        const string said = "key sk_live_abcdefgh12345678 of jan@example.test (+48 501 222 333) \\u001b[31mred\\nERROR forged <b>x</b>";
        string[] secrets = ["sk_live", "abcdefgh12345678", "jan@", "501 222 333", "501222333", "\u001b", "\\u001b", "<b>"];
        const string refusal = "{\"detail\":{\"status\":\"odd\",\"message\":\"" + said + "\"}}";
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-09T10:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        vendor.OnEveryDetail(VendorFaults.Status(422, refusal));
        Assert.Equal("partial", (await server.SyncOneAsync("2026-10-01", "2026-10-31")).Text("status"));
        vendor.OnEveryList(VendorFaults.Status(422, refusal));
        Assert.Equal("failed", (await server.SyncOneAsync("2026-10-01", "2026-10-31")).Text("status"));
        vendor.OnAgents(VendorFaults.Status(422, refusal));
        var shown = new List<string> { await (await server.Http.GetAsync("api/agents?source=elevenlabs")).Content.ReadAsStringAsync() };
        foreach (var path in new[] { "api/sync-logs", "api/health", "api/conversations/conv_1", "api/audit-log" })
            shown.Add(await server.Http.GetStringAsync(path));
        // the rest of the words is told, on one line
        Assert.Contains(shown, text => text.Contains("ERROR forged", StringComparison.Ordinal));
        var files = Directory.GetFiles(server.DataFolder, "voicebot.db*").Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }).ToList();
        foreach (var secret in secrets)
        {
            Assert.All(shown, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            Assert.DoesNotContain(secret, server.Log.Text, StringComparison.Ordinal);
            if (secret is not ("<b>" or "\u001b" or "\\u001b"))
                Assert.All(files, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }
}
