using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions.LocalHost;

namespace Voicebot.Functions.Commands;

/// <summary>The command <c>restore FILE</c>: puts a backup in the database's place while the program is stopped.</summary>
public static class RestoreDatabase
{
    public static Command Declare()
    {
        var file = new FileArgument("a backup of the database");
        var command = new Command("restore", "Put a backup in the database's place, while the program is stopped") { file };
        command.Validators.Add(file.Check);
        command.SetAction(parsed => Run(
            VoicebotOptions.Read(new ConfigurationBuilder().AddLocalConfiguration().Build()),
            parsed.GetValue(file)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <returns>The exit code: 0 when the backup is in place, 1 when nothing was changed.</returns>
    public static int Run(VoicebotOptions options, string file, TextWriter output, TextWriter error)
    {
        try
        {
            if (options.DatabaseServer is not null)
                throw new DatabaseUnusableException("VOICEBOT_DATABASE names a server, and this command puts back a file. Take "
                    + "VOICEBOT_DATABASE away, restore the file to a folder, and copy it to an empty database with copy-to-postgres; or "
                    + "restore on the server: with pg_restore, or by the backups of your provider.");
            var database = new Database(options.DatabasePath, options.Journal);
            var report = DatabaseRestore.Restore(database, file, TimeProvider.System.GetUtcNow());
            output.WriteLine($"Restored {report.Conversations} conversations (schema {report.SchemaVersion}) to {options.DatabasePath}.");
            if (report.KeptAs is { } kept)
                output.WriteLine($"The database that was there is now {kept}; delete it when you do not need it any more.");
            return ExitCode.Done;
        }
        catch (DatabaseUnusableException exception)
        {
            error.WriteLine(exception.Message);
            return ExitCode.Failed;
        }
    }
}
