using System.Diagnostics;
using System.Net.Http.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>The product as it runs in its container: as a user without rights, where nothing but its data folder can be written.</summary>
public sealed class ReadOnlyRootTests
{
    [Fact]
    public async Task Start_NothingButTheDataFolderToWrite_EverythingWorks()
    {
        RequireNamespaces();
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z")
            .PhoneCall("inbound", "+48221000001", "+48509876543").Talks(2));
        vendor.Recordings["conv_1"] = new byte[1000];
        using var product = await ProductProcess.StartAsync(vendor.Url, Path.Combine(folder.FullPath, "data"), "",
            ProductProcess.WithReadOnlyRoot);

        Assert.Equal("1654", File.ReadLines($"/proc/{product.Id}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal))
            .Split('\t')[1]);
        await (await product.Http.PostAsJsonAsync("api/settings",
            new { api_key = VendorSimulator.Key, agents = new[] { ConversationBuilder.DefaultAgent } })).JsonAsync();
        await product.WaitForRunAsync(await product.StartSyncAsync());
        await (await product.Http.PostTextAsync("api/archive?month=2026-10", "{}")).JsonAsync();
        foreach (var path in new[] { "api/conversations/conv_1/audio", "api/backup", "api/export-csv", "api/export-xlsx", "api/ready" })
            (await product.Http.GetAsync(path)).EnsureSuccessStatusCode().Dispose();
        await (await product.Http.PostAsJsonAsync("api/erase", new { phone = "+48509876543" })).JsonAsync();

        Assert.DoesNotContain("Read-only file system", product.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", product.Output, StringComparison.Ordinal);
    }

    private static void RequireNamespaces()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "A root of one's own takes root on Linux.");
        var program = Path.Combine(AppContext.BaseDirectory, "Voicebot.Functions.dll");
        using var trial = Process.Start("unshare", ["-m", "setpriv", "--reuid=1654", "--clear-groups", "test", "-r", program]);
        trial.WaitForExit();
        Assert.SkipUnless(trial.ExitCode == 0, "This system has no namespaces of mounts, or other users cannot read the program.");
    }
}
