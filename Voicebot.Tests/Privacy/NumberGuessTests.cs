using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Json;
using Voicebot.Core.Privacy;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>Whoever may see masked numbers only cannot find one out by trying: the tries are few, and recorded.</summary>
public sealed class NumberGuessTests
{
    private const string Owner = "an-owners-key-0123456789-abcdefghijkl";
    private const string Viewer = "a-viewers-key-9876543210-lkjihgfedcba";
    private const string Client = "+48600012345";
    private const string Summary = "Called from 600 012 345, ６０００１２３４５ and ⑥⓪⓪⓪①②③④⑤.";

    private static async Task<(VendorSimulator Vendor, VoicebotServer Server, HttpClient Viewer)> StartAsync()
    {
        var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z")
            .PhoneCall("inbound", "+48229999999", Client).Titled("Title", Summary).Build());
        var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, AccessKey = Owner, ViewerKey = Viewer });
        await server.SyncAsync();
        var client = server.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);
        return (vendor, server, client);
    }

    [Fact]
    public async Task Get_HundredThousandGuesses_GiveNothingAwayAndAreRefusedAndRecorded()
    {
        var (vendor, server, viewer) = await StartAsync();
        await using var _1 = vendor;
        await using var _2 = server;
        using var _3 = viewer;

        // Over HTTP until it is refused, then as many more as a patient attacker would send.
        for (var guess = 0; guess < 30; guess++)
            Assert.Equal(0, (await (await viewer.GetAsync($"api/conversations?phone=%2B486000{guess:00000}")).JsonAsync()).Whole("total"));
        foreach (var asked in new[] { "%2B48600012345", "600012345", "0048%20600%20012%20345", "sip:%2B48600012345@x" })
        {
            foreach (var address in new[] { "api/kpis", "api/breakdowns", "api/data", "api/conversation-figures" })
                await (await viewer.GetAsync($"{address}?phone={asked}")).ProblemAsync(429, "too_many_numbers");
            using var refused = await viewer.GetAsync("api/conversations?phone=" + asked);
            await refused.ProblemAsync(429, "too_many_numbers");
            Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 3600);
        }
        var guesses = server.Services.GetRequiredService<NumberGuesses>();
        var version = server.Database.Version;
        for (var guess = 30; guess < 100_000 + 30; guess++)
            Assert.NotNull(guesses.WaitOf("viewer", null, $"486000{guess:00000}"));

        var entry = Assert.Single((await server.GetJsonAsync("api/audit-log")).GetProperty("entries").EnumerateArray(), one =>
            one.Text("action") == "number_guess");
        Assert.Equal("viewer", entry.Text("role"));
        Assert.StartsWith("30 different number(s), 65536 or more", entry.Text("detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("600", entry.ToString(), StringComparison.Ordinal);
        Assert.InRange(server.Database.Version - version, 0, 30); // a flood of guesses is no flood of writing

        // The owner is another caller, and who asked for a number may ask for it again.
        Assert.Equal(1, (await server.GetJsonAsync("api/conversations?phone=%2B48600012345")).Whole("total"));
        Assert.Equal(0, (await (await viewer.GetAsync("api/conversations?phone=%2B48600000007")).JsonAsync()).Whole("total"));
        Assert.Equal(1, (await (await viewer.GetAsync("api/conversations?phone=345")).JsonAsync()).Whole("total")); // what the mask shows
        Assert.Equal(1, (await (await viewer.GetAsync("api/conversations")).JsonAsync()).Whole("total"));
    }

    [Fact]
    public async Task WaitOf_RestartAndNextHour_CountsOnThenAnew()
    {
        using var folder = new TemporaryFolder();
        var start = DateTimeOffset.Parse("2026-11-10T12:10:00Z", CultureInfo.InvariantCulture);
        await using (var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { DataFolder = folder.FullPath, Clock = new FakeTimeProvider(start) }))
        {
            var guesses = server.Services.GetRequiredService<NumberGuesses>();
            for (var guess = 0; guess < 30; guess++)
                Assert.Null(guesses.WaitOf("viewer", null, $"4860000000{guess}"));
        }
        var clock = new FakeTimeProvider(start.AddMinutes(10));
        await using var again = await VoicebotServer.StartAsync(new VoicebotServerSetup { DataFolder = folder.FullPath, Clock = clock });
        var counted = again.Services.GetRequiredService<NumberGuesses>();
        Assert.Equal(TimeSpan.FromMinutes(40), counted.WaitOf("viewer", null, "48700000000"));
        Assert.Null(counted.WaitOf("viewer", "jan@example.test", "48700000000"));
        clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Null(counted.WaitOf("viewer", null, "48700000000"));
    }

    [Theory]
    [InlineData("api/conversations?search=600")]
    [InlineData("api/conversations?search=6000")]
    [InlineData("api/conversations?search=600012345")]
    [InlineData("api/conversations?search=012")]
    [InlineData("api/conversations?search=345")]
    [InlineData("api/conversations?search=%EF%BC%96%EF%BC%90%EF%BC%90")]
    [InlineData("api/conversations?search=%E2%91%A5")]
    [InlineData("api/conversations?search=%E2%91%A5%E2%93%AA")]
    [InlineData("api/conversations?phone=60001")]
    [InlineData("api/conversations?phone=%2B4860")]
    [InlineData("api/conversations?phone=12345")]
    [InlineData("api/conversations?phone=2345")]
    [InlineData("api/kpis?search=6000", "total_conversations")]
    [InlineData("api/kpis?phone=60001", "total_conversations")]
    [InlineData("api/breakdowns?search=012", "total_conversations")]
    [InlineData("api/breakdowns?phone=2345", "total_conversations")]
    public async Task Get_PartOfAMaskedNumber_FindsNothing(string path, string total = "total")
    {
        var (vendor, server, viewer) = await StartAsync();
        await using var _1 = vendor;
        await using var _2 = server;
        using var _3 = viewer;
        var answer = await (await viewer.GetAsync(path)).JsonAsync();
        Assert.Equal(0, answer.Whole(total));
        Assert.True(total != "total" || answer.GetProperty("conversations").GetArrayLength() == 0);
    }

    [Theory]
    [InlineData("client_phone")]
    [InlineData("-client_phone")]
    [InlineData("phone")]
    [InlineData("agent_phone")]
    public async Task Get_SortByANumber_IsRefused(string sort)
    {
        var (vendor, server, viewer) = await StartAsync();
        await using var _1 = vendor;
        await using var _2 = server;
        using var _3 = viewer;
        await (await viewer.GetAsync("api/conversations?sort=" + sort)).ProblemAsync(400, "invalid_parameter", "sort");
    }

    [Fact]
    public async Task Get_MaskingOff_CountsNothing()
    {
        var (vendor, server, viewer) = await StartAsync();
        await using var _1 = vendor;
        await using var _2 = server;
        using var _3 = viewer;
        await server.SaveSettingsAsync(new { mask_phones = false });
        for (var guess = 0; guess <= 30; guess++)
            using (var answer = await viewer.GetAsync($"api/conversations?phone=%2B486000{guess:00000}"))
                Assert.Equal(200, (int)answer.StatusCode);
        Assert.DoesNotContain("number_guess", (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").Texts("action"));
    }
}
