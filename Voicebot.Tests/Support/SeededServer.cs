using Voicebot.Tests.Support;

[assembly: AssemblyFixture(typeof(SeededServer))]

namespace Voicebot.Tests.Support;

/// <summary>One server with the seed synchronised, shared by all tests that only read.</summary>
public sealed class SeededServer : IAsyncLifetime
{
    private VendorSimulator? vendor;
    private VoicebotServer? server;

    public VoicebotServer Server => server!;
    public HttpClient Http => Server.Http;

    /// <summary>The same on a vendor and a server of one's own, to be changed.</summary>
    public static async Task<VoicebotServer> StartAsync(VendorSimulator vendor, TimeProvider? clock = null)
    {
        vendor.Add(Seed.Conversations());
        vendor.Agents = [("agent_one", "Agent agent_one"), ("agent_two", "Agent agent_two")];
        var setup = new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one", "agent_two"], TimeZone = "Europe/Warsaw", AllowedOrigins = "https://reports.example.com" };
        var server = await VoicebotServer.StartAsync(setup with { Clock = clock ?? setup.Clock });
        await server.SyncAsync();
        // The last thing that a run leads to; its answer has no names.
        await Eventually.True(() => vendor.AgentRequests.Contains("agent_one"), "the question for the names of the criteria");
        return server;
    }

    public async ValueTask InitializeAsync()
    {
        vendor = await VendorSimulator.StartAsync();
        server = await StartAsync(vendor);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (vendor is not null)
            await vendor.DisposeAsync();
    }
}
