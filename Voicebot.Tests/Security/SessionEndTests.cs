using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Security;

/// <summary>A session lasts twelve hours, not a second more.</summary>
public sealed class SessionEndTests
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Allowed = "https://reports.example.com";
    private static readonly VoicebotServerSetup WithKeys = new() { AccessKey = Owner, AllowedOrigins = Allowed };

    [Fact]
    public async Task Session_AtExactlyItsEnd_IsOver()
    {
        var clock = new StandingClock("2026-11-10T12:00:00Z");
        await using var server = await VoicebotServer.StartAsync(WithKeys with { Clock = clock });
        using var page = server.NewClient();
        page.DefaultRequestHeaders.Add("Origin", Allowed);
        var token = (await (await page.PostJsonAsync("api/session", new { access_key = Owner })).JsonAsync()).Text("token");
        page.DefaultRequestHeaders.Authorization = new("Bearer", token);
        clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        await (await page.GetAsync("api/kpis")).JsonAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await page.GetProblemAsync("api/kpis", 401, "sign_in_required");
    }

    [Fact]
    public async Task Session_Expired_IsOver()
    {
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var server = await VoicebotServer.StartAsync(WithKeys with { Clock = clock });
        using var browser = server.NewClient();
        using var signedIn = await browser.PostJsonAsync("api/session", new { access_key = Owner });
        browser.DefaultRequestHeaders.Add("Cookie", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        clock.Advance(TimeSpan.FromHours(11.9));
        await (await browser.GetAsync("api/kpis")).JsonAsync();
        clock.Advance(TimeSpan.FromHours(0.2));
        await browser.GetProblemAsync("api/kpis", 401, "sign_in_required");
    }
}
