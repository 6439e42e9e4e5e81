using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.Configuration;
using Voicebot.Core.Archiving;
using Voicebot.Core.Copying;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions.LocalHost;

namespace Voicebot.Functions.Commands;

/// <summary>The command <c>copy-to-sqlite [FOLDER]</c>: moves the database of a PostgreSQL server to a SQLite file.</summary>
public static class CopyToSqlite
{
    private const string Name = "copy-to-sqlite";

    public static Command Declare()
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = "A data folder that has no database yet; without it, that of VOICEBOT_DATA",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(Name, "Copy everything from the PostgreSQL server in VOICEBOT_DATABASE to a SQLite file") { folder };
        command.Validators.Add(given => Check(given, folder));
        command.SetAction((parsed, _) => CopyRun.RunAsync(parsed, (output, stop) => Run(
            VoicebotOptions.Read(new ConfigurationBuilder().AddLocalConfiguration().Build()), parsed.GetValue(folder), output,
            parsed.InvocationConfiguration.Error, stop)));
        return command;
    }

    /// <param name="folder">As it was given; null for that of the options.</param>
    /// <returns>The exit code: 0 when everything is in the folder, else no database is.</returns>
    public static int Run(VoicebotOptions options, string? folder, TextWriter output, TextWriter error,
        CancellationToken cancellation = default)
    {
        if (options.DatabaseServer is not { } server)
        {
            error.WriteLine($"'{Name}' needs the address of the server's database in VOICEBOT_DATABASE, {ServerAddress.Rule}.");
            return ExitCode.WrongUsage;
        }
        return CopyRun.Told(error, () =>
        {
            var place = options with { DataFolder = folder is null ? options.DataFolder : Path.GetFullPath(folder) };
            var report = CopyToFile.Run(server, place.DatabasePath, new CopyOutput(output).Tell, cancellation);
            output.WriteLine(CopyOutput.Summary(report));
            output.WriteLine($"Now take VOICEBOT_DATABASE away, set VOICEBOT_DATA to {place.DataFolder} and start the program. "
                + ArchivesOf(options, place)
                + "The server's database is as it was; delete it there when you do not need it any more.");
        });
    }

    private static string ArchivesOf(VoicebotOptions options, VoicebotOptions place) =>
        place.DataFolder == options.DataFolder || options.FilesFolder is not null || options.FilesContainer is not null
            ? ""
            : $"Archives still lie in {Path.Combine(options.DataFolder, Archiver.Folder)}: copy that folder, too. ";

    private static void Check(CommandResult command, Argument folder)
    {
        if (command.GetResult(folder) is not { Tokens: [var given, ..] })
            return;
        if (given.Value.StartsWith("--", StringComparison.Ordinal))
            command.AddError(UnknownArgument.Of(Name, given.Value));
        else if (File.Exists(given.Value))
            command.AddError($"'{given.Value}' is a file, but '{Name}' needs a folder.");
        else if (FolderPath.Find(given.Value) is null)
            command.AddError($"'{Name}' needs {FolderPath.Rule}.");
    }
}
