using Voicebot.Tests.Support;

[assembly: AssemblyFixture(typeof(SeededServer))]

namespace Voicebot.Tests.Support;

/// <summary>
/// One server with the seed synchronised, shared by all tests that only read; it starts with the first that asks for it.
/// </summary>
public sealed class SeededServer : IAsyncDisposable
{
    private readonly Lazy<(VendorSimulator Vendor, VoicebotServer Server)> started =
        new(() => Task.Run(StartAsync).GetAwaiter().GetResult());

    public VoicebotServer Server => started.Value.Server;
    public HttpClient Http => Server.Http;

    /// <summary>The same on a vendor and a server of one's own, to be changed.</summary>
    public static async Task<VoicebotServer> StartAsync(VendorSimulator vendor, TimeProvider? clock = null)
    {
        vendor.Add(Seed.Conversations());
        vendor.Agents = [("agent_one", "Agent agent_one"), ("agent_two", "Agent agent_two")];
        var setup = new VoicebotServerSetup
        {
            Vendor = vendor,
            Agents = ["agent_one", "agent_two"],
            TimeZone = "Europe/Warsaw",
            AllowedOrigins = "https://reports.example.com",
        };
        var server = await VoicebotServer.StartAsync(setup with { Clock = clock ?? setup.Clock });
        await server.SyncAsync();
        // The last thing that a run leads to; its answer has no names.
        await Eventually.True(() => vendor.AgentRequests.Contains("agent_one"), "the question for the names of the criteria");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated)
            return;
        await started.Value.Server.DisposeAsync();
        await started.Value.Vendor.DisposeAsync();
    }

    private static async Task<(VendorSimulator Vendor, VoicebotServer Server)> StartAsync()
    {
        var vendor = await VendorSimulator.StartAsync();
        return (vendor, await StartAsync(vendor));
    }
}
