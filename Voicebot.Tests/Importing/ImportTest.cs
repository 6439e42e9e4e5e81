using Voicebot.Core.Settings;
using Voicebot.Functions.Commands;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Importing;

/// <summary>A running server with nothing in it, beside a file of the original program that can be imported.</summary>
public abstract class ImportTest : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private OriginalFile original = null!;

    internal VendorSimulator Vendor { get; private set; } = null!;

    internal VoicebotServer Server { get; private set; } = null!;

    internal OriginalFile Original => original;

    protected string Folder => folder.FullPath;

    public async ValueTask InitializeAsync()
    {
        Vendor = await VendorSimulator.StartAsync();
        Server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = Vendor, ApiKey = null, Agents = [] });
        original = new OriginalFile(Path.Combine(Folder, "voicebot.db"));
    }

    public async ValueTask DisposeAsync()
    {
        original.Dispose();
        await Server.DisposeAsync();
        await Vendor.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<(int ExitCode, string Output)> ImportAsync(string? file = null)
    {
        using var output = new StringWriter();
        var options = (VoicebotOptions)Server.Services.GetService(typeof(VoicebotOptions))!;
        var exitCode = await ImportOriginal.RunAsync(options, file ?? original.FullPath, output, output,
            TestContext.Current.CancellationToken);
        return (exitCode, output.ToString());
    }

    internal static ConversationBuilder Call(string id, string agent = ConversationBuilder.DefaultAgent) =>
        new ConversationBuilder(id, agent).At("2026-10-05T10:00:00Z").Talks(3);
}
