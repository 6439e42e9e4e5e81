using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Figures;
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

        server.Database.Write(connection =>
            connection.Execute("UPDATE daily_figures SET successful = 0, duration_sum = duration_sum * 2; DELETE FROM daily_counts WHERE "
            + "local_day % 2 = 0"));
        Assert.NotEqual(right, (await server.GetJsonAsync("api/kpis")).GetRawText());

        Assert.NotEqual(0, check.Run());
        Assert.Equal(right, (await server.GetJsonAsync("api/kpis")).GetRawText());
        Assert.Equal("mended", await StatusAsync(server));
        Assert.Contains("differed from a recount", server.Log.Text, StringComparison.Ordinal);
    }

    private static async Task<string?> StatusAsync(VoicebotServer server) =>
        (await server.GetJsonAsync("api/health")).GetProperty("figures_check").GetProperty("status").GetString();
}
