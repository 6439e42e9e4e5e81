using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Figures;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Figures;

/// <summary>Figures that something broke are found, healed, and reported.</summary>
public sealed class AggregateCheckTests
{
    [Fact]
    public async Task Run_BrokenFigures_AreHealedAndHealthSaysSo()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var check = server.Services.GetRequiredService<AggregateCheck>();
        var right = (await server.GetJsonAsync("api/kpis")).GetRawText();
        Assert.Equal("unchecked", await StatusAsync(server));

        Assert.Equal(0, check.Run());
        Assert.Equal("ok", await StatusAsync(server));
        Assert.DoesNotContain("differed from a recount", server.Log.Text, StringComparison.Ordinal);

        server.Database.Write(connection =>
            connection.Execute("UPDATE daily_figures SET successful = 0, duration_sum = duration_sum * 2; DELETE FROM daily_counts WHERE "
            + "local_day % 2 = 0"));
        Assert.NotEqual(right, (await server.GetJsonAsync("api/kpis")).GetRawText());

        Assert.NotEqual(0, check.Run());
        Assert.Equal(right, (await server.GetJsonAsync("api/kpis")).GetRawText());
        Assert.Equal("mended", await StatusAsync(server));
        Assert.Contains("differed from a recount", server.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>A newer program may have counted the days of a zone that this one does not know: they are left as they are.</summary>
    [Theory]
    [InlineData("Mars/Olympus", 0, 99)]
    [InlineData("", 1, 1)]
    [InlineData("UTC", 1, 1)]
    public void Run_ZoneThatIsNotKnown_ComparesNothing(string zone, int differences, long total)
    {
        using var test = new TestDatabase();
        test.Store(A.Conversation("one"));
        test.Database.Write(connection =>
            connection.Execute("UPDATE daily_figures SET total = 99; UPDATE derived_state SET zone = @zone", new { zone }));
        var check = new AggregateCheck(test.Database, new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000)),
            NullLogger<AggregateCheck>.Instance);

        Assert.Equal(differences, check.Run());

        Assert.Equal(total, test.Database.Read(connection => connection.ExecuteScalar<long>("SELECT total FROM daily_figures")));
        var state = test.Database.Read(DerivedState.Of);
        Assert.Equal((zone, 1_790_000_000, differences), (state.ZoneId, state.CheckedAt, state.Differences));
    }

    private static async Task<string?> StatusAsync(VoicebotServer server) =>
        (await server.GetJsonAsync("api/health")).GetProperty("figures_check").GetProperty("status").GetString();
}
