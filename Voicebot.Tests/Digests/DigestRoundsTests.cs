using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;
using Voicebot.Core.Digests;
using Voicebot.Tests.Alerts;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Digests;

/// <summary>When letters go out: once for each period and person, after the data are there, and not days too late.</summary>
public sealed class DigestRoundsTests
{
    private const string Sunday = "2026-11-08T20:00:00Z";

    [Fact]
    public async Task Digest_ThatIsDue_GoesToEachOnceHoweverManyPrograms()
    {
        await using var mail = new MailServer();
        await using var vendor = await VendorSimulator.StartAsync([.. DigestServer.TwoWeeks()]);
        var clock = new StandingClock(Sunday);
        await using var server = await StartAsync(vendor, clock, mail);
        await server.SendDueAsync();
        Assert.Empty(mail.Letters);

        clock.Advance(TimeSpan.FromHours(10)); // Monday, 07:00 in Warsaw
        await server.SyncAsync("2026-11-01", "2026-11-09");
        var rounds = server.Services.GetRequiredService<DigestRounds>();
        var post = server.Services.GetRequiredService<DigestPost>();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            rounds.Plan(CancellationToken.None);
            await post.RunAsync(CancellationToken.None);
        })));

        Assert.Equal(["anna@example.com", "ben@example.com"],
            mail.Letters.Select(letter => letter.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        Assert.All(await server.DeliveriesAsync(), one => Assert.Equal("sent", one.Text("state")));
        clock.Advance(TimeSpan.FromDays(2));
        await server.SendDueAsync();
        Assert.Equal(2, mail.Letters.Count);
        clock.Advance(TimeSpan.FromDays(5));
        await server.SyncAsync("2026-11-01", "2026-11-16");
        await server.SendDueAsync();
        Assert.Equal(4, mail.Letters.Count);
    }

    [Fact]
    public async Task Digest_WithoutTheLastDay_WaitsFourHoursAndThenSaysWhatIsMissing()
    {
        await using var mail = new MailServer();
        await using var vendor = await VendorSimulator.StartAsync([.. DigestServer.TwoWeeks()]);
        var clock = new StandingClock(Sunday);
        await using var server = await StartAsync(vendor, clock, mail);

        clock.Advance(TimeSpan.FromHours(10));
        Assert.True(await server.SendDueAsync()); // a synchronisation would help, and is asked for once
        Assert.False(await server.SendDueAsync());
        Assert.Empty(mail.Letters);
        Assert.All(await server.DeliveriesAsync(), one => Assert.Equal("waiting", one.Text("state")));
        clock.Advance(TimeSpan.FromHours(4));
        await server.SendDueAsync();

        Assert.Equal(2, mail.Letters.Count);
        Assert.Contains(mail.Letters, letter => letter.TextBody!.Contains(
            "Data are known until 8 Nov 2026, 21:00; what came later is missing here.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Digest_MissedByDays_IsSkippedAndSaidSo()
    {
        await using var mail = new MailServer();
        var clock = new StandingClock(Sunday);
        await using var server = await StartAsync(null, clock, mail);

        clock.Advance(TimeSpan.FromDays(4));
        Assert.False(await server.SendDueAsync());

        Assert.Empty(mail.Letters);
        Assert.All(await server.DeliveriesAsync(), one =>
            Assert.Equal(("skipped", "The program did not run when this was due, and days went by since."),
                (one.Text("state"), one.Text("answer"))));
    }

    [Fact]
    public async Task Digest_RefusedForNow_IsTriedAgain_ForGood_IsGivenUp()
    {
        await using var mail = new MailServer();
        await using var vendor = await VendorSimulator.StartAsync([.. DigestServer.TwoWeeks()]);
        var clock = new StandingClock(Sunday);
        await using var server = await StartAsync(vendor, clock, mail);
        clock.Advance(TimeSpan.FromHours(10));
        await server.SyncAsync("2026-11-01", "2026-11-09");
        mail.Refusals.Enqueue(new SmtpResponse(SmtpReplyCode.InsufficientStorage, "full"));
        mail.Refusals.Enqueue(new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "nobody here"));

        await server.SendDueAsync();
        Assert.Empty(mail.Letters);
        clock.Advance(TimeSpan.FromSeconds(61));
        await server.SendDueAsync();

        Assert.Single(mail.Letters);
        var deliveries = await server.DeliveriesAsync();
        Assert.Equal(("sent", 2L), (deliveries[0].Text("state"), deliveries[0].Whole("attempts")));
        Assert.Equal(("given_up", "SMTP 550: nobody here"), (deliveries[1].Text("state"), deliveries[1].Text("answer")));
    }

    [Fact]
    public async Task Channel_ThatIsGone_IsSaid()
    {
        await using var mail = new MailServer();
        var clock = new StandingClock(Sunday);
        await using var server = await StartAsync(null, clock, mail);
        await (await server.Http.DeleteAsync("api/alert-channels/1")).JsonAsync();

        clock.Advance(TimeSpan.FromHours(10));
        await server.SendDueAsync();

        Assert.All(await server.DeliveriesAsync(), one =>
            Assert.Equal("The digest has no mail channel any more; choose another one.", one.Text("answer")));
    }

    [Fact]
    public async Task Replace_WithoutSomebody_ForgetsThemAndSendsThemNothing()
    {
        await using var mail = new MailServer();
        var clock = new StandingClock(Sunday);
        await using var server = await StartAsync(null, clock, mail);
        clock.Advance(TimeSpan.FromHours(10));
        await server.SendDueAsync();
        Assert.Equal(2, (await server.DeliveriesAsync()).Count);

        await (await server.Http.PutAsync("api/digests/1", System.Net.Http.Json.JsonContent.Create(new
        {
            name = "How it went",
            period = "week",
            channel = 1,
            recipients = new[] { new { address = "ben@example.com", language = "en" } },
        }))).JsonAsync();

        Assert.Equal("ben@example.com", Assert.Single(await server.DeliveriesAsync()).Text("address"));
    }

    [Theory]
    [InlineData("week", "2026-11-08", "2026-10-26", "2026-11-01")]
    [InlineData("week", "2026-11-09", "2026-11-02", "2026-11-08")]
    [InlineData("month", "2026-11-30", "2026-10-01", "2026-10-31")]
    [InlineData("month", "2027-01-01", "2026-12-01", "2026-12-31")]
    public void Last_OfADay_IsTheNewestThatIsOver(string kind, string today, string from, string to)
    {
        var period = DigestPeriod.Last(kind, Day(today));

        Assert.Equal((Day(from), Day(to)), (period.From, period.To));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<VoicebotServer> StartAsync(VendorSimulator? vendor, TimeProvider clock, MailServer mail)
    {
        var server = await DigestServer.StartAsync(vendor, clock);
        var channel = (await server.AddMailAsync(mail)).Whole("id");
        await server.AddDigestAsync(DigestServer.Weekly(channel));
        return server;
    }
}
