using System.Globalization;
using Voicebot.Core.ElevenLabs;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.ElevenLabs;

/// <summary>How long the client waits when it is told how long: read from the timers that it sets.</summary>
public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, double> Headers => new()
    {
        { "Retry-After", "7", 7 },
        { "Retry-After", "3600", 60 },
        { "Retry-After", Now.AddSeconds(9).ToString("R", CultureInfo.InvariantCulture), 9 },
        { "Retry-After", Now.AddDays(9).ToString("R", CultureInfo.InvariantCulture), 60 },
        { "retry-after-ms", "1500", 1.5 },
        { "retry-after-ms", "90000000000", 60 },
        { "x-ratelimit-reset", Now.AddSeconds(12).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), 12 },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Get_TooManyRequests_WaitsAsLongAsItIsAsked(string name, string value, double seconds)
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnDetail("conv_1", VendorFaults.Status(429, SampleFiles.Error("429-concurrency"), (name, value)));
        Assert.Equal([TimeSpan.FromSeconds(seconds)], await PausesAsync(vendor));
    }

    [Fact]
    public async Task Get_SeveralHeaders_TakesTheMostExact()
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnDetail("conv_1",
            VendorFaults.Status(503, "", ("Retry-After", "7"), ("retry-after-ms", "250"), ("x-ratelimit-reset", "1")));
        Assert.Equal([TimeSpan.FromMilliseconds(250)], await PausesAsync(vendor));
    }

    [Theory]
    [InlineData("Retry-After", "0")]
    [InlineData("retry-after-ms", "0")]
    [InlineData("x-ratelimit-reset", "1")]
    [InlineData("Retry-After", "Mon, 01 Jan 2001 00:00:00 GMT")]
    public async Task Get_MomentThatIsPast_DoesNotWait(string name, string value)
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnDetail("conv_1", VendorFaults.Status(429, "", (name, value)));
        Assert.DoesNotContain(await PausesAsync(vendor), pause => pause > TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [InlineData("Retry-After", "soon")]
    [InlineData("Retry-After", "-5")]
    [InlineData("retry-after-ms", "NaN")]
    [InlineData("retry-after-ms", "-1")]
    [InlineData("retry-after-ms", "1e300")]
    [InlineData("x-ratelimit-reset", "tomorrow")]
    [InlineData("Other", "1")]
    public async Task Get_UnusableHeader_BacksOffByItself(string name, string value)
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnDetail("conv_1", VendorFaults.Status(429, "", (name, value)), VendorFaults.Status(429, "", (name, value)));
        var pauses = await PausesAsync(vendor);
        Assert.Equal(2, pauses.Count);
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(60)));
    }

    private static async Task<IReadOnlyList<TimeSpan>> PausesAsync(VendorSimulator vendor)
    {
        var clock = new ImpatientClock(Now);
        using var client = new VendorClient(vendor,
            new ElevenLabsOptions { AttemptTimeout = TimeSpan.FromHours(1), TotalTimeout = TimeSpan.FromHours(2) }, clock);
        Assert.Equal("conv_1", (await client.GetAsync()).ConversationId);
        return [.. clock.Pauses];
    }
}
