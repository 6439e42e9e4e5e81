using System.Globalization;

namespace Voicebot.Functions.LocalHost;

/// <summary>What the command line asks of the local host.</summary>
/// <param name="Port">0 lets the system choose a free one.</param>
/// <param name="Demo">Run against the built-in simulation, in a data folder of its own.</param>
/// <param name="Open">Open the dashboard in the browser once it answers.</param>
public sealed record LocalArguments(int Port, bool Demo, bool Open)
{
    public const int DefaultPort = 7071;

    public const string Usage = """
        Usage: dotnet run --project Voicebot.Functions -- [--port N] [--demo] [--open]
               dotnet run --project Voicebot.Functions -- shortcut
          --port N   listen on 127.0.0.1:N (7071)
          --demo     show simulated data, without an account
          --open     open the dashboard in the browser
          shortcut   put a shortcut on the desktop
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
