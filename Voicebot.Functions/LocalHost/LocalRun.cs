using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions.Commands;

namespace Voicebot.Functions.LocalHost;

/// <summary>The local host as a program: arguments in, exit code out.</summary>
public static class LocalRun
{
    private const int Failed = 1;
    private const int WrongArguments = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Any(argument => argument is "--help" or "-h"))
        {
            Console.WriteLine(LocalArguments.Usage);
            return 0;
        }
        if (args is ["restore" or "import", var file])
            return await RunCommandAsync(args[0], file);
        if (LocalArguments.Parse(args, out var error) is not { } arguments)
        {
            await Console.Error.WriteLineAsync(error + Environment.NewLine + LocalArguments.Usage);
            return WrongArguments;
        }
        try
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
        catch (Exception exception) when (exception is InvalidConfigurationException or DatabaseUnusableException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
    }

    private static async Task<int> RunCommandAsync(string command, string file)
    {
        try
        {
            var options = VoicebotOptions.Read(new ConfigurationBuilder().AddLocalConfiguration().Build());
            if (command == "restore")
                return RestoreDatabase.Run(options, file, Console.Out, Console.Error);
            using var stop = new CancellationTokenSource();
            Console.CancelKeyPress += (_, pressed) =>
            {
                pressed.Cancel = true; // the transaction that is on ends first
                stop.Cancel();
            };
            return await ImportOriginal.RunAsync(options, file, Console.Out, Console.Error, stop.Token);
        }
        catch (InvalidConfigurationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
    }

    /// <summary>Why one cannot listen there; null when one can. Asked before the server tries, which would log its failure as an error of the program.</summary>
    private static string? FaultOf(IPAddress address, int port)
    {
        try
        {
            using var probe = new TcpListener(address, port);
            probe.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Serves until the program is to stop, or somebody asks for the other data.</summary>
    private static async Task<(int ExitCode, int Port)> ServeAsync(LocalArguments arguments, DemoSwitch demoSwitch)
    {
        await using var app = LocalServer.Build(arguments, replace: services => services.AddSingleton(demoSwitch));
        var fault = FaultOf(app.Services.GetRequiredService<VoicebotOptions>().ListenAddress, arguments.Port);
        try
        {
            if (fault is null)
                await app.StartAsync();
        }
        catch (IOException exception)
        {
            fault = exception.Message; // taken in between
        }
        if (fault is not null)
        {
            if (arguments.Open && await Browser.IsAnsweringAsync(arguments.Port))
            {
                Browser.Open(Browser.Address(arguments.Port)); // it runs already: the shortcut was used twice
                return (0, arguments.Port);
            }
            await Console.Error.WriteLineAsync($"Port {arguments.Port} cannot be used: {fault.TrimEnd('.')}. Stop the program that holds it, or start with --port and another number.");
            return (Failed, arguments.Port);
        }
        var address = app.Urls.First();
        Console.WriteLine($"Voicebot Dashboard: {address}/{(arguments.Demo ? " (demo data)" : "")}");
        Console.WriteLine("Press Ctrl+C to stop.");
        if (arguments.Open)
            Browser.Open(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "[::1]", StringComparison.Ordinal) + "/");
        await Task.WhenAny(app.WaitForShutdownAsync(), demoSwitch.Wanted);
        await app.StopAsync();
        return (0, new Uri(address).Port);
    }
}
