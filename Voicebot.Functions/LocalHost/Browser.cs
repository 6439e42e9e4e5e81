using System.ComponentModel;
using System.Diagnostics;

namespace Voicebot.Functions.LocalHost;

/// <summary>Shows the dashboard in the user's browser.</summary>
public static class Browser
{
    public static string Address(int port) => $"http://127.0.0.1:{port}/";

    public static void Open(string address)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            Console.WriteLine($"No browser could be opened; open {address} by hand.");
        }
    }

    /// <summary>True when a Voicebot Dashboard answers on the port already.</summary>
    public static async Task<bool> IsAnsweringAsync(int port)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            var session = await http.GetStringAsync(Address(port) + "api/session");
            return session.Contains("sign_in", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
