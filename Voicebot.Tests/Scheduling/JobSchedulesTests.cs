using Voicebot.Core.Scheduling;

namespace Voicebot.Tests.Scheduling;

public sealed class JobSchedulesTests
{
    [Fact]
    public void Default_EveryJob_HasASchedule() =>
        Assert.All(Jobs.All, job => Assert.Equal(job.Default, JobSchedules.Default.Of(job).Text));

    [Fact]
    public void Read_Setting_GoesBeforeTheDefaultOfItsJobAlone()
    {
        var schedules = JobSchedules.Read((name, _) => name == "VOICEBOT_SYNC_SCHEDULE" ? Schedule.Parse("0 15 4 * * *") : null);

        Assert.Equal("0 15 4 * * *", schedules.Of("%VOICEBOT_SYNC_SCHEDULE%").Text);
        Assert.Equal("0 0 3 1-5 * *", schedules.Of("%VOICEBOT_ARCHIVE_SCHEDULE%").Text);
    }

    [Fact]
    public void Of_TriggerOfNoJob_IsRefusedByName() =>
        Assert.Contains("%NOTHING%", Assert.Throws<InvalidOperationException>(() => JobSchedules.Default.Of("%NOTHING%")).Message,
            StringComparison.Ordinal);
}
