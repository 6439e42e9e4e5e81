using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The demo on a fixed date with everything synchronised and archived; tests that share it only read.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    /// <summary>A month that is over.</summary>
    public const string Month = "2026-10";

    private const int Agents = 3;
    private VoicebotServer? server;

    public VoicebotServer Server => server!;

    public async ValueTask InitializeAsync()
    {
        server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Demo = true, ApiKey = null });
        // The archives are the last thing that the demo prepares.
        await Eventually.True(async () => (await Server.GetJsonAsync("api/archives")).GetArrayLength() == Agents, "the demo's archives");
        foreach (var run in (await Server.GetJsonAsync("api/sync-logs")).EnumerateArray())
            Assert.Equal("completed", run.Text("status"));
    }

    public Task<JsonElement> KpisAsync(string query = "month=" + Month + "&compare=previous") => Server.GetJsonAsync("api/kpis?" + query);

    public Task<JsonElement> ConversationsAsync(string query) => Server.GetJsonAsync("api/conversations?" + query);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }
}
