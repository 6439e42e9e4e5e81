using System.CommandLine;
using Voicebot.Functions.Shortcut;

namespace Voicebot.Functions.Commands;

/// <summary>The command <c>shortcut</c>: puts a shortcut on the desktop.</summary>
public static class CreateShortcut
{
    public static Command Declare()
    {
        var command = new Command("shortcut", "Put a shortcut on the desktop");
        command.SetAction(parsed => DesktopShortcut.Create(parsed.InvocationConfiguration.Output));
        return command;
    }
}
