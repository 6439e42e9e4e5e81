using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Health;

/// <summary>What is wrong with this installation, whatever the last run did.</summary>
public static class StandingProblems
{
    public static IEnumerable<HealthProblem> Of(HealthFacts facts)
    {
        if (facts.DatabaseCondition == "damaged")
            yield return new HealthProblem("database_damaged", Severity.Error,
                "The database is damaged: figures may be wrong, and writing may fail. Stop the program and restore the newest backup "
                    + "(the README says how).", Remedy.Of(RemedyAction.RestoreBackup));
        if (facts.UnknownZone is { } zone)
            yield return new HealthProblem("zone_unknown", Severity.Error,
                $"The reporting zone '{zone}' is not known here, so days are counted in {facts.Settings.Zone.Id}. Choose the zone again "
                    + "in the settings.", Remedy.Of(RemedyAction.ChooseZone, ("time_zone", zone)));
        if (facts.ErasureSince is { } asked)
            yield return new HealthProblem("erasure_unfinished", Severity.Error,
                "An erasure of personal data is not finished: some of them can still be read. It goes on by itself; if this stays, "
                    + "check the free space of the disk.", Remedy.Of(RemedyAction.Wait))
            {
                Since = asked,
            };
        if (facts.Agents.Where(agent => agent.IsFromTheFuture(facts.Now)).ToList() is { Count: > 0 } future)
            yield return new HealthProblem("clock_wrong", Severity.Warning,
                "The last synchronisation ended in the future: this computer's clock was ahead then, or is behind now. Set the clock "
                    + "right, then synchronise once.", Remedy.Of(RemedyAction.SetClock))
            {
                AgentId = future.Count == 1 ? future[0].AgentId : null,
            };
        if (facts.WaitsForOthers)
            yield return new HealthProblem(SyncFailure.StorageLocked, Severity.Warning,
                "Another program (a database browser, a backup) holds the database, so that nothing can be stored: what is to be "
                    + "written waits. Close it there; it then goes on by itself.", Remedy.Of(RemedyAction.Wait));
        if (facts.CircuitIsOpen)
            yield return new HealthProblem("circuit_open", Severity.Advice,
                "ElevenLabs kept failing, so requests are held back for some seconds. They go on by "
                    + "themselves.", Remedy.Of(RemedyAction.Wait));
    }
}
