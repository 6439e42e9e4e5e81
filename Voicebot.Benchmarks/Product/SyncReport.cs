using Voicebot.Benchmarks.Vendor;

namespace Voicebot.Benchmarks.Product;

/// <summary>First sync and resync from a simulated vendor, with the memory on the way.</summary>
public static class SyncReport
{
    private const int Port = 7392;

    public static async Task RunAsync(int count, TimeSpan latency)
    {
        var data = Directory.CreateTempSubdirectory("voicebot-sync-").FullName;
        try
        {
            await using var vendor = await QuickVendor.StartAsync(count, latency);
            await using var product = await ProductProcess.StartAsync(data, Port, vendor.Url);
            var memory = new List<double>();
            var first = await product.SyncAsync(() => memory.Add(product.Megabytes));
            var read = vendor.DetailRequests;
            var again = await product.SyncAsync();
            Console.WriteLine($"first sync of {count:N0} at {latency.TotalMilliseconds} ms: {first.TotalSeconds:0.0} s, "
                + $"{count / first.TotalSeconds:N0} per second, {read:N0} details read");
            Console.WriteLine($"resync, nothing new: {again.TotalSeconds:0.00} s, {vendor.DetailRequests - read} details read");
            if (memory.Count > 4)
                Console.WriteLine($"memory, MB: at a quarter {memory[memory.Count / 4]:0}, half {memory[memory.Count / 2]:0}, end "
                    + $"{memory[^1]:0}, peak {memory.Max():0}");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
