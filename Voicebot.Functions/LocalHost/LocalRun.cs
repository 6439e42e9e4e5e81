using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voicebot.Core.Demo;
using Voicebot.Core.Settings;
using Voicebot.Functions.Demo;

namespace Voicebot.Functions.LocalHost;

/// <summary>The local host as a program: arguments in, exit code out.</summary>
public static class LocalRun
{
    /// <exception cref="InvalidConfigurationException">The environment holds unusable values, or strangers could reach the
    /// conversations.</exception>
    /// <exception cref="Core.Data.DatabaseUnusableException">The database cannot be used.</exception>
    public static async Task<int> RunAsync(LocalArguments arguments)
    {
        while (true)
        {
            var demoSwitch = new DemoSwitch(isPossible: true);
            var (exitCode, port) = await ServeAsync(arguments, demoSwitch);
            if (!demoSwitch.Wanted.IsCompleted)
                return exitCode;
            // The same address, so that the page that asked finds the program again.
            arguments = arguments with { Demo = await demoSwitch.Wanted, Port = port, Open = false };
        }
    }

    /// <summary>Serves until the program is to stop, or somebody asks for the other data.</summary>
    private static async Task<(int ExitCode, int Port)> ServeAsync(LocalArguments arguments, DemoSwitch demoSwitch)
    {
        var options = VoicebotOptions.Read(new ConfigurationBuilder().AddLocalConfiguration().Build());
        var addresses = LocalAddresses.For(arguments.Host ?? options.ListenAddress, arguments.Port);
        if (LocalAddresses.FaultOf(addresses, arguments.Port) is { } fault)
            return await RefuseAsync(arguments, fault.Sentence);
        Console.WriteLine($"Starting with the data in {(arguments.Demo ? DemoOptions.For(options) : options).DataFolder} ...");

        await using var app = LocalServer.Build(arguments, replace: services => services.AddSingleton(demoSwitch));
        try
        {
            await app.StartAsync();
        }
        catch (IOException) // taken in between
        {
            return await RefuseAsync(arguments, LocalAddresses.FaultOf(addresses, arguments.Port)?.Sentence
                ?? $"Port {arguments.Port} could not be used; start once more.");
        }
        var address = app.Urls.First();
        Console.WriteLine($"Voicebot Dashboard: {address}/{(arguments.Demo ? " (demo data)" : "")}");
        Console.WriteLine("Press Ctrl+C to stop.");
        if (arguments.Open)
            Browser.Open(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)
                .Replace("[::]", "[::1]", StringComparison.Ordinal) + "/");
        await Task.WhenAny(app.WaitForShutdownAsync(), demoSwitch.Wanted);
        await app.StopAsync();
        return (ExitCode.Done, new Uri(address).Port);
    }

    private static async Task<(int ExitCode, int Port)> RefuseAsync(LocalArguments arguments, string sentence)
    {
        if (arguments.Open && await Browser.IsAnsweringAsync(arguments.Port))
        {
            Browser.Open(Browser.Address(arguments.Port)); // it runs already: the shortcut was used twice
            return (ExitCode.Done, arguments.Port);
        }
        await Console.Error.WriteLineAsync(sentence);
        return (ExitCode.WrongUsage, arguments.Port);
    }
}
