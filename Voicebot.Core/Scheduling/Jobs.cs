namespace Voicebot.Core.Scheduling;

/// <summary>
/// Everything that runs by itself, in the order in which missed ones are made up for. The function of the same name in Timers does it;
/// its trigger, our own scheduler, the making-up, the settings and health read this list. Of several programs on one database one does
/// it; only those that come round again soon are for each of them, which take from one another what nobody works on.
/// </summary>
public static class Jobs
{
    public const string SyncTrigger = "%VOICEBOT_SYNC_SCHEDULE%";
    public const string SyncDefault = "0 0 2 * * *";
    public const string ArchiveTrigger = "%VOICEBOT_ARCHIVE_SCHEDULE%";
    public const string ArchiveDefault = "0 0 3 1-5 * *";
    public const string CheckTrigger = "0 30 4 * * *";
    public const string ForgetTrigger = "0 30 3 * * *";
    public const string DigestTrigger = "0 */5 * * * *";
    public const string TakeOverTrigger = "0 * * * * *";

    public static IReadOnlyList<Job> All { get; } =
    [
        new("SyncNightly", SyncTrigger, SyncDefault, "starts the synchronisation of every agent") { ShownAs = "sync" },
        new("ArchiveMonthly", ArchiveTrigger, ArchiveDefault, "archives the previous month, and again if late data changed it")
        {
            ShownAs = "archive",
        },
        new("CheckFigures", CheckTrigger, CheckTrigger, "compares the figures with a recount and mends what differs"),
        new("ForgetNightly", ForgetTrigger, ForgetTrigger, "forgets what is older than the retention settings allow"),
        new("SendDigests", DigestTrigger, DigestTrigger, "sends the digests that are due") { Missed = MissedRun.LeftOut },
        new("TakeOverRuns", TakeOverTrigger, TakeOverTrigger, "takes over runs whose worker was recycled") { Missed = MissedRun.LeftOut },
    ];
}
