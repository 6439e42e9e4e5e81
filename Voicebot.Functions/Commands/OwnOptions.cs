using System.CommandLine.Parsing;

namespace Voicebot.Functions.Commands;

/// <summary>The rule that the local host's options go with no command.</summary>
internal static class OwnOptions
{
    public static void Only(CommandResult command)
    {
        if (command.Parent is CommandResult root && root.Children.OfType<OptionResult>()
            .FirstOrDefault(option => !option.Implicit) is { } foreign)
            command.AddError($"'{foreign.Option.Name}' does not go with '{command.Command.Name}'.");
    }
}
