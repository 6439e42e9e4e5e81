using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Voicebot.Core.Data;
using Voicebot.Core.Search;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

public sealed class WorkLimitTests
{
    private const string Counting =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @most) SELECT COUNT(*) FROM n";

    [Fact]
    public void ReadWithin_MoreWorkThanAllowed_IsGivenUpAndTheNextIsNot()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(Path.Combine(folder.FullPath, "x.db"));

        Assert.Throws<WorkLimitException>(() =>
            database.ReadWithin(1_000_000, connection => connection.Scalar(Counting, ("@most", 10_000_000))));
        Assert.Equal(10_000L, database.ReadWithin(1_000_000, connection => connection.Scalar(Counting, ("@most", 10_000))));
        // on the connection that was limited before
        Assert.Equal(500_000L, database.Read(connection => connection.Scalar(Counting, ("@most", 500_000))));
    }

    [Fact]
    public async Task Get_TooMuchToLookThrough_IsRefusedByTheWorkAndNotByTheClock()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.Add(Seed.Conversations());
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup
            {
                Vendor = vendor,
                More = new Dictionary<string, string?> { ["VOICEBOT_COLUMNS_MB"] = "0" }, // the database itself is to be asked
                Replace = services =>
            services.Replace(ServiceDescriptor.Singleton(new QueryLimit { MostSteps = 20 }))
            });
        await server.SyncAsync();

        for (var time = 0; time < 2; time++)
            await server.Http.GetProblemAsync("api/conversations?duration_min=1&sort=-duration", 422, "query_too_broad");
        await server.GetJsonAsync("api/kpis");
    }
}
