using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Digests;
using Voicebot.Tests.Alerts;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Digests;

/// <summary>A server with two weeks of conversations, a mail server, and what tests do with its digests.</summary>
internal static class DigestServer
{
    /// <summary>Tuesday: the week before was from the 2nd to the 8th.</summary>
    public const string Tuesday = "2026-11-10T12:00:00Z";

    /// <summary>Fewer succeed in the second week: 2–8 November against 26 October – 1 November.</summary>
    public static IEnumerable<VendorConversation> TwoWeeks() =>
        Enumerable.Range(0, 14).SelectMany(day => Enumerable.Range(0, 20).Select(number =>
            (VendorConversation)new ConversationBuilder($"conv_{day}_{number}")
                .At(DateTimeOffset.Parse("2026-10-26T08:00:00Z", CultureInfo.InvariantCulture).AddDays(day).AddMinutes(number)
                    .ToUnixTimeSeconds())
                .Criterion("polite", number % (day < 7 ? 4 : 3) == 0 ? "failure" : "success")
                .Outcome(number < (day < 7 ? 16 : 11) ? "success" : number < 18 ? "failure" : "unknown")));

    public static async Task<VoicebotServer> StartAsync(VendorSimulator? vendor, TimeProvider? clock = null)
    {
        var server = await AlertServer.StartAsync(vendor, clock ?? new StandingClock(Tuesday));
        await server.ForgetRulesAsync(); // whose alerts would come by the same mail
        if (vendor is not null)
            await server.SyncAsync("2026-10-01", "2026-11-10");
        return server;
    }

    public static Task<JsonElement> AddMailAsync(this VoicebotServer server, MailServer mail, bool isPrivate = false) =>
        server.AddChannelAsync(new
        {
            name = "Mail",
            kind = "email",
            host = "127.0.0.1",
            port = mail.Port,
            security = "none",
            user = MailServer.User,
            secret = MailServer.Password,
            from = "voicebot@example.com",
            to = new[] { "owner@example.com" },
            language = "en",
            @private = isPrivate,
        });

    public static async Task<JsonElement> AddDigestAsync(this VoicebotServer server, object digest) =>
        await (await server.Http.PostJsonAsync("api/digests", digest)).JsonAsync(201);

    public static object Weekly(long channel, string period = "week", string name = "How it went") => new
    {
        name,
        period,
        channel,
        recipients = new[]
        {
            new { address = "Anna Żak <anna@example.com>", language = "pl" }, new { address = "ben@example.com", language = "en" },
        },
    };

    /// <summary>Puts down what is due and sends it, now; true where a synchronisation would help.</summary>
    public static async Task<bool> SendDueAsync(this VoicebotServer server)
    {
        var lacksData = server.Services.GetRequiredService<DigestRounds>().Plan(CancellationToken.None);
        await server.Services.GetRequiredService<DigestPost>().RunAsync(CancellationToken.None);
        return lacksData;
    }

    public static async Task<IReadOnlyList<JsonElement>> DeliveriesAsync(this VoicebotServer server) =>
        [.. (await server.GetJsonAsync("api/digests")).GetProperty("digests").EnumerateArray()
            .SelectMany(digest => digest.GetProperty("deliveries").EnumerateArray())];
}
