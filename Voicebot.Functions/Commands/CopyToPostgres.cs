using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.Configuration;
using Voicebot.Core.Copying;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions.LocalHost;

namespace Voicebot.Functions.Commands;

/// <summary>The command <c>copy-to-postgres [ADDRESS]</c>: moves the SQLite database to a PostgreSQL server.</summary>
public static class CopyToPostgres
{
    private const string Name = "copy-to-postgres";

    public static Command Declare()
    {
        var address = new Argument<string[]>("ADDRESS")
        {
            Description = "An empty database on a PostgreSQL server (15 or later), in quotation marks, such as \"Host=…;Database=…\". "
                + "Better name it in VOICEBOT_DATABASE instead, so that a password stands in no history of commands",
            Arity = ArgumentArity.ZeroOrMore, // several are one without its quotation marks, and must not be shown
        };
        var command = new Command(Name, "Copy everything from the SQLite file in VOICEBOT_DATA to an empty PostgreSQL database")
        {
            address,
        };
        command.Validators.Add(given => Check(given, address));
        command.SetAction((parsed, _) => CopyRun.RunAsync(parsed, (output, stop) => Run(
            VoicebotOptions.Read(new ConfigurationBuilder().AddLocalConfiguration().Build()), parsed.GetValue(address)?.FirstOrDefault(),
            output, parsed.InvocationConfiguration.Error, stop)));
        return command;
    }

    /// <param name="address">As it was given; null for that of the options.</param>
    /// <returns>The exit code: 0 when everything is on the server, else nothing is.</returns>
    public static int Run(VoicebotOptions options, string? address, TextWriter output, TextWriter error,
        CancellationToken cancellation = default)
    {
        if ((address ?? options.DatabaseServer) is not { } server)
        {
            error.WriteLine($"'{Name}' needs the address of an empty database: name it in VOICEBOT_DATABASE, as {ServerAddress.Rule}.");
            return ExitCode.WrongUsage;
        }
        return CopyRun.Told(error, () =>
        {
            var report = CopyToServer.Run(options.DatabasePath, server, new CopyOutput(output).Tell, cancellation);
            output.WriteLine(CopyOutput.Summary(report));
            output.WriteLine("Now set VOICEBOT_DATABASE to that address and start the program. VOICEBOT_DATA and VOICEBOT_FILES stay what "
                + $"they are: archives, recordings and waiting events lie there. {options.DatabasePath} is as it was; delete it when you "
                + "do not need it any more.");
        });
    }

    private static void Check(CommandResult command, Argument address)
    {
        var given = command.GetResult(address)?.Tokens ?? [];
        if (given is [{ Value: var option }, ..] && option.StartsWith("--", StringComparison.Ordinal))
            command.AddError(UnknownArgument.Of(Name, option));
        else if (given.Count > 1 || (given is [var one] && ServerAddress.Accept(one.Value) is null))
            command.AddError($"'{Name}' needs one address in quotation marks, {ServerAddress.Rule}, or none where VOICEBOT_DATABASE has "
                + "it.");
    }
}
