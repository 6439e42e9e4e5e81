using System.Text.Json;

namespace Voicebot.Tests.Support;

/// <summary>500 conversations of every kind in two months of three agents, synchronised once over a socket.</summary>
public sealed class HostileServer : IAsyncLifetime
{
    private static readonly string[] Agents = ["agent_one", "agent_two", "agent_three"];
    private VendorSimulator? vendor;
    private VoicebotServer? server;

    public IReadOnlyList<VendorConversation> Mix { get; } = HostileMix.Of(500, Agents);
    public VendorSimulator Vendor => vendor!;
    public VoicebotServer Server => server!;
    public IReadOnlyList<JsonElement> FirstRuns { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        vendor = await VendorSimulator.StartAsync(Mix);
        vendor.MaxItems = 17;
        // Just outside the two months, and of an agent that is not configured.
        vendor.Add(
            new ConversationBuilder("conv_before").At("2026-08-31T21:59:59Z"),
            new ConversationBuilder("conv_after").At("2026-10-31T23:00:00Z"),
            new ConversationBuilder("conv_foreign", "agent_foreign").At("2026-10-05T12:00:00Z"));
        server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Agents = Agents, TimeZone = "Europe/Warsaw" });
        FirstRuns = await server.SyncAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (vendor is not null)
            await vendor.DisposeAsync();
    }
}
