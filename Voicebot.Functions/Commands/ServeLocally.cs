using System.CommandLine;
using System.Globalization;
using System.Net;
using Voicebot.Core.Settings;
using Voicebot.Functions.LocalHost;

namespace Voicebot.Functions.Commands;

/// <summary>Without a command: the dashboard on this computer, until the program is stopped.</summary>
public static class ServeLocally
{
    private static readonly ValuedOption<int> Port = new("--port", "a number from 0 to 65535", ReadPort)
    {
        HelpName = "N",
        Description = "Listen on this port; 0 takes a free one",
        DefaultValueFactory = _ => LocalArguments.DefaultPort,
    };

    private static readonly ValuedOption<IPAddress?> Host = new("--host", ListenAddresses.Rule, ListenAddresses.Parse)
    {
        HelpName = "ADDRESS",
        Description = "Listen on another address than this computer's own, 0.0.0.0 for all; needs an access key",
    };

    private static readonly Option<bool> NewAccessKey = new("--new-access-key")
    {
        Arity = ArgumentArity.Zero,
        Description = "Make an access key, show it once and go on",
    };

    private static readonly Option<bool> Demo = new("--demo")
    {
        Arity = ArgumentArity.Zero,
        Description = "Show simulated data in a data folder of its own, without an account",
    };

    private static readonly Option<bool> Open = new("--open")
    {
        Arity = ArgumentArity.Zero,
        Description = "Open the dashboard in the browser once it answers",
    };

    public static RootCommand Declare()
    {
        var root = new RootCommand(
            "Figures, conversations and archives of your ElevenLabs voice agents. Without a command it serves the dashboard until you "
            + "press Ctrl+C.")
        {
            Demo, Port, Host, Open, NewAccessKey,
        };
        root.Directives.Clear();
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        root.SetAction((parsed, _) => LocalRun.RunAsync(Arguments(parsed)));
        return root;
    }

    public static LocalArguments Arguments(ParseResult parsed) => new(parsed.GetValue(Port), parsed.GetValue(Demo), parsed.GetValue(Open))
    {
        Host = parsed.GetValue(Host),
        NewAccessKey = parsed.GetValue(NewAccessKey),
    };

    private static object? ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort ? port : null;
}
