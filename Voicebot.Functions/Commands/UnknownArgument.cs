namespace Voicebot.Functions.Commands;

/// <summary>What is said of an argument that a command does not know.</summary>
internal static class UnknownArgument
{
    public static string Of(string command, string written) =>
        $"'{written}' is not an argument of '{command}'; '{command} --help' lists those that are.";
}
