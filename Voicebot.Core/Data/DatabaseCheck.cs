using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Voicebot.Core.Data;

/// <summary>
/// After a process that did not end in order: reads the whole file in the background, so that damage is told before it spreads.
/// After an orderly end the start costs nothing.
/// </summary>
public sealed class DatabaseCheck(Database database, DatabaseLease lease, ILogger<DatabaseCheck> log) : BackgroundService
{
    private volatile string condition = "ok";

    /// <summary>ok, checking or damaged.</summary>
    public string Condition => condition;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!lease.EndedUncleanly)
            return;
        condition = "checking";
        var fault = await OwnThread.RunAsync(() => database.Engine.Fault(database.Path), stoppingToken);
        condition = fault is null ? "ok" : "damaged";
        if (fault is null)
            log.LogInformation("The program had not ended in order the last time; the database has been checked and is sound.");
        else
            log.LogCritical("The database {Path} is damaged: {Fault}. {WayOut}", database.Path, fault, DatabaseRestore.WayOut);
    }
}
