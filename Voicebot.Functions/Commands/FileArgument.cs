using System.CommandLine;
using System.CommandLine.Parsing;

namespace Voicebot.Functions.Commands;

/// <summary>The argument FILE of a command: a file that is there.</summary>
internal sealed class FileArgument : Argument<string>
{
    private readonly string meaning;

    /// <param name="meaning">What the file is, to go on from "FILE is".</param>
    public FileArgument(string meaning) : base("FILE")
    {
        this.meaning = meaning;
        Description = char.ToUpperInvariant(meaning[0]) + meaning[1..];
        Arity = ArgumentArity.ZeroOrOne; // a missing one is told in our own words
    }

    public void Check(CommandResult command)
    {
        var name = command.Command.Name;
        if (command.GetResult(this) is not { Tokens: [var token, ..] })
            command.AddError($"'{name}' needs a file: {name} FILE, where FILE is {meaning}.");
        else if (token.Value.StartsWith("--", StringComparison.Ordinal))
            command.AddError(UnknownArgument.Of(name, token.Value));
        else if (Directory.Exists(token.Value))
            command.AddError($"'{token.Value}' is a folder, but '{name}' needs {meaning}.");
        else if (!File.Exists(token.Value))
            command.AddError($"There is no file '{token.Value}', or it may not be read.");
    }
}
