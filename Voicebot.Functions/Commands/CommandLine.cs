using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Extensions.Configuration;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions.LocalHost;

namespace Voicebot.Functions.Commands;

/// <summary>
/// The program as a person starts it: the local host, or one of its commands. A new command is a file beside this one and a line here.
/// </summary>
public static class CommandLine
{
    private static readonly ParserConfiguration Plainly = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static ParseResult Parse(IReadOnlyList<string> args)
    {
        var root = ServeLocally.Declare();
        root.Subcommands.Add(RestoreDatabase.Declare());
        root.Subcommands.Add(ImportOriginal.Declare());
        root.Subcommands.Add(CopyToPostgres.Declare());
        root.Subcommands.Add(CopyToSqlite.Declare());
        root.Subcommands.Add(CreateShortcut.Declare());
        root.TreatUnmatchedTokensAsErrors = false; // they are told in our own words
        foreach (var command in root.Subcommands)
        {
            command.TreatUnmatchedTokensAsErrors = false;
            command.Validators.Insert(0, OwnOptions.Only);
        }
        return root.Parse(args, Plainly);
    }

    /// <summary>What is wrong with the arguments, in one sentence; null when nothing is.</summary>
    public static string? Refusal(ParseResult parsed, IReadOnlyList<string> args)
    {
        if (parsed.Action is HelpAction)
            return null;
        if (parsed.Errors is [var error, ..])
            return error.Message;
        // What looks like a directive of the parser is passed over by it.
        var unknown = args is [['[', .., ']'] directive, ..] ? directive : parsed.UnmatchedTokens.FirstOrDefault();
        if (unknown is null)
            return null;
        // "--demo=true" is read as two; people know what they wrote.
        var written = args.Contains(unknown) ? unknown
            : args.FirstOrDefault(argument => argument.EndsWith("=" + unknown, StringComparison.Ordinal)) ?? unknown;
        return parsed.CommandResult.Command is RootCommand
            ? $"'{written}' is not an argument of this program; --help lists those that are."
            : UnknownArgument.Of(parsed.CommandResult.Command.Name, written);
    }

    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Parse(args);
        if (Refusal(parsed, args) is { } refusal)
            return await EndAsync(error, refusal, ExitCode.WrongUsage);
        try
        {
            new ConfigurationBuilder().AddLocalConfiguration();
        }
        catch (InvalidConfigurationException exception)
        {
            return await EndAsync(error, exception.Message, ExitCode.WrongUsage);
        }
        try
        {
            // Whoever stops the program is heard by the host or by the command itself.
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null
                });
        }
        catch (Exception exception) when (exception is InvalidConfigurationException or DatabaseUnusableException)
        {
            return await EndAsync(error, exception.Message, ExitCode.Failed);
        }
    }

    private static async Task<int> EndAsync(TextWriter error, string sentence, int code)
    {
        await error.WriteLineAsync(sentence);
        return code;
    }
}
