using System.Text;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>Where secrets and numbers must leave no trace, after everything that can be done with them was done.</summary>
public sealed class TraceTests
{
    private const string Person = "+48509876543";
    private const string ApiKey = "sk_stored_no_trace_0123456789";
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string WebhookSecret = "wsec_no_trace_0123456789";

    [Fact]
    public async Task LogsAndFiles_AfterEveryUse_HoldNoKeyAndLogsNoNumber()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z")
            .PhoneCall("inbound", "+48221000001", Person).Titled("Call " + Person, "x").Talks(2));
        vendor.ApiKey = ApiKey;
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, ApiKey = null, AccessKey = Owner });
        await server.SaveSettingsAsync(new { api_key = ApiKey, webhook_secret = WebhookSecret });
        await server.SyncAsync();
        (await server.Http.PostJsonAsync("api/session", new { access_key = Owner })).Dispose();
        (await server.Http.PostJsonAsync("api/session", new { access_key = Owner + "-wrong" })).Dispose();
        await (await server.Http.PostTextAsync("api/archive?month=2026-10", "{}")).JsonAsync();
        string[] paths = [$"api/conversations?phone={Uri.EscapeDataString(Person)}",
            $"api/person-data?phone={Uri.EscapeDataString(Person)}", $"api/export-csv?phone={Uri.EscapeDataString(Person)}",
            "api/conversations/conv_1", $"api/conversations/{Uri.EscapeDataString(Person)}"];
        foreach (var path in paths)
            (await server.Http.GetAsync(path)).Dispose();
        (await server.Http.PostTextAsync("api/conversations/conv_1/reveal", "{}")).Dispose();
        var backup = await server.Http.GetByteArrayAsync("api/backup");
        var audit = (await server.GetJsonAsync("api/audit-log")).GetRawText();
        (await server.Http.PostJsonAsync("api/erase", new { phone = Person })).Dispose();

        Assert.NotEmpty(server.Log.Text);
        string[] secrets = [ApiKey, Owner, WebhookSecret];
        foreach (var secret in secrets.Append(Person).Append(Person[1..]))
        {
            Assert.DoesNotContain(secret, server.Log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, audit, StringComparison.Ordinal);
        }
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, Encoding.Latin1.GetString(backup), StringComparison.Ordinal);
            foreach (var file in Directory.GetFiles(server.DataFolder, "*", SearchOption.AllDirectories))
                Assert.False(Text(file).Contains(secret, StringComparison.Ordinal), $"{file} holds {secret}");
        }
    }

    private static string Text(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
