using System.Net;

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
}
