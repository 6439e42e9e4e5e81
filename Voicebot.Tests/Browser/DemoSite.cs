using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Browser;
using Voicebot.Tests.Support;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Voicebot.Tests.Browser;

/// <summary>
/// The demo on a fixed date with everything synchronised and archived; tests that share it only read. It starts with the first that
/// asks for it.
/// </summary>
public sealed class DemoSite : IAsyncDisposable
{
    /// <summary>A month that is over.</summary>
    public const string Month = "2026-10";

    private const int Agents = 3;
    private readonly Lazy<VoicebotServer> started = new(() => Task.Run(StartAsync).GetAwaiter().GetResult());

    public VoicebotServer Server => started.Value;

    public Task<JsonElement> KpisAsync(string query = "month=" + Month + "&compare=previous") => Server.GetJsonAsync("api/kpis?" + query);

    public Task<JsonElement> ConversationsAsync(string query) => Server.GetJsonAsync("api/conversations?" + query);

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
            await started.Value.DisposeAsync();
    }

    private static async Task<VoicebotServer> StartAsync()
    {
        var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Demo = true, ApiKey = null });
        // The archives are the last thing that the demo prepares.
        await Eventually.True(async () => (await server.GetJsonAsync("api/archives")).GetArrayLength() == Agents, "the demo's archives");
        foreach (var run in (await server.GetJsonAsync("api/sync-logs")).EnumerateArray())
            Assert.Equal("completed", run.Text("status"));
        return server;
    }
}
