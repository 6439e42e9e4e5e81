using System.Globalization;
using System.Net;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.LocalHost;

/// <summary>What the command line asks of the local host.</summary>
/// <param name="Port">0 lets the system choose a free one.</param>
/// <param name="Demo">Run against the built-in simulation, in a data folder of its own.</param>
/// <param name="Open">Open the dashboard in the browser once it answers.</param>
public sealed record LocalArguments(int Port, bool Demo, bool Open)
{
    public const int DefaultPort = 7071;

    /// <summary>Goes before VOICEBOT_HOST; null leaves it to that.</summary>
    public IPAddress? Host { get; init; }
    /// <summary>Make a new access key, and show it once.</summary>
    public bool NewAccessKey { get; init; }

    public const string Usage = """
        Usage: dotnet run --project Voicebot.Functions -- [--port N] [--host ADDRESS] [--new-access-key] [--demo] [--open]
               dotnet run --project Voicebot.Functions -- restore FILE
               dotnet run --project Voicebot.Functions -- import FILE
               dotnet run --project Voicebot.Functions -- shortcut
          --port N           listen on 127.0.0.1:N (7071)
          --host ADDRESS     listen on another address than 127.0.0.1, 0.0.0.0 for all; needs an access key
          --new-access-key   make an access key, show it once and go on
          --demo             show simulated data, without an account
          --open             open the dashboard in the browser
          restore FILE       put a backup in the database's place
          import FILE        take over the voicebot.db of the original Python program
          shortcut           put a shortcut on the desktop
          --help, -h         print this
        """;

    /// <summary>Null with the reason when the arguments are wrong.</summary>
    public static LocalArguments? Parse(IReadOnlyList<string> arguments, out string? error)
    {
        var parsed = new LocalArguments(DefaultPort, false, false);
        error = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--demo":
                    parsed = parsed with { Demo = true };
                    break;
                case "--open":
                    parsed = parsed with { Open = true };
                    break;
                case "--port" when i + 1 < arguments.Count && ReadPort(arguments[i + 1]) is { } port:
                    parsed = parsed with { Port = port };
                    i++;
                    break;
                case "--new-access-key":
                    parsed = parsed with { NewAccessKey = true };
                    break;
                case "--host" when i + 1 < arguments.Count && ListenAddresses.Parse(arguments[i + 1]) is { } host:
                    parsed = parsed with { Host = host };
                    i++;
                    break;
                case "--host":
                    error = $"--host needs {ListenAddresses.Rule}.";
                    return null;
                case "--port":
                    error = "--port needs a number from 0 to 65535.";
                    return null;
                default:
                    error = $"'{arguments[i]}' is not an argument of this program.";
                    return null;
            }
        }
        return parsed;
    }

    private static int? ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535 ? port : null;
}
