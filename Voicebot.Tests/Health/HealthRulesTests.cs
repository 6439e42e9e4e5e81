using Voicebot.Core.Agents;
using Voicebot.Core.Files;
using Voicebot.Core.Health;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Health;

/// <summary>The rules by which facts become problems, each at its borders.</summary>
public sealed class HealthRulesTests
{
    private const long Now = 1_800_000_000;
    private const long Hour = 3_600;

    [Theory]
    [InlineData(20L * 1024 * 1024 - 1, "disk_full", Severity.Error, "19 MB")]
    [InlineData(20L * 1024 * 1024, "disk_low", Severity.Warning, "20 MB")]
    [InlineData(200L * 1024 * 1024 - 1, "disk_low", Severity.Warning, "199 MB")]
    public void Disk_WithLittleRoom_IsFullThenLow(long free, string code, Severity severity, string told)
    {
        var problem = Assert.Single(HealthProblems.Of(Facts() with { Disk = new DiskRoom(free, 1L << 40) }));

        Assert.Equal((code, severity, "free_disk"), (problem.Code, problem.Severity, problem.Remedy.Action));
        Assert.Contains(told, problem.Detail, StringComparison.Ordinal);
        Assert.Equal(($"{free}", "209715200"), (problem.Remedy.Params["free_bytes"], problem.Remedy.Params["needed_bytes"]));
    }

    [Fact]
    public void Disk_WithRoom_IsNoProblem() =>
        Assert.Empty(HealthProblems.Of(Facts() with { Disk = new DiskRoom(200L * 1024 * 1024, 1L << 40) }));

    /// <summary>The run that failed for it says it with its agent; twice would be a second banner of one cause.</summary>
    [Theory]
    [InlineData(SyncStatus.Failed, 1)]
    [InlineData(SyncStatus.Completed, 1)]
    public void Disk_FullForARunAlready_IsToldOnce(string status, int problems)
    {
        foreach (var free in new[] { 1L, 100L * 1024 * 1024 })
        {
            var facts = Facts(Agent("one") with { LastRun = Ended(status, "disk_full") }) with { Disk = new DiskRoom(free, 1L << 40) };
            var told = HealthProblems.Of(facts);
            Assert.Equal(problems, told.Count);
            Assert.Equal(status == SyncStatus.Failed ? "one" : null, told[0].AgentId);
        }
    }

    [Theory]
    [InlineData(26 * Hour, "fresh", null)]
    [InlineData(26 * Hour + 1, "stale", "26 hours")]
    [InlineData(48 * Hour - 1, "stale", "47 hours")]
    [InlineData(48 * Hour, "stale", "2 days")]
    [InlineData(72 * Hour - 1, "stale", "2 days")]
    [InlineData(-300, "fresh", null)]
    [InlineData(0, "fresh", null)]
    public void Age_OfTheData_IsToldInHoursThenDays(long age, string state, string? told)
    {
        var agent = Agent("one") with { LastGoodAt = Now - age, LastRun = Ended(SyncStatus.Completed) };
        Assert.Equal((state, Math.Max(0, age)), (agent.State(Now), agent.Age(Now)));

        var problems = HealthProblems.Of(Facts(agent));
        if (told is null)
        {
            Assert.Empty(problems);
            return;
        }
        var problem = Assert.Single(problems);
        Assert.Equal(("data_stale", Severity.Warning, "one", Now - age, "start_sync", "one"),
            (problem.Code, problem.Severity, problem.AgentId, problem.Since, problem.Remedy.Action, problem.Remedy.Params["agent_id"]));
        Assert.Contains($"data of Name of one are {told} old", problem.Detail, StringComparison.Ordinal);
        Assert.Empty(HealthProblems.Of(Facts(agent with { IsRunning = true })));
        Assert.Empty(HealthProblems.Of(Facts(agent) with { Options = new VoicebotOptions { DataFolder = "data", Demo = true } }));
        Assert.Empty(HealthProblems.Of(Facts(agent) with { Settings = Settings(null, "one") }));
        Assert.Empty(HealthProblems.Of(Facts(agent) with { Settings = Settings("sk_key") }));
    }

    [Fact]
    public void Age_OfAClockPastItsTolerance_IsUnknown()
    {
        var agent = Agent("one") with { LastGoodAt = Now + 301, LastRun = Ended(SyncStatus.Completed) };
        Assert.Equal(("unknown", (long?)null), (agent.State(Now), agent.Age(Now)));

        var problem = Assert.Single(HealthProblems.Of(Facts(agent)));
        Assert.Equal(("clock_wrong", Severity.Warning, "one", "set_clock"),
            (problem.Code, problem.Severity, problem.AgentId, problem.Remedy.Action));
        Assert.Null(Assert.Single(HealthProblems.Of(Facts(agent, agent with { Agent = new Agent("two", null) }))).AgentId);
    }

    [Fact]
    public void NeverGood_AfterATry_IsToldSinceItFails()
    {
        var tried = Agent("one") with { LastGoodAt = null, LastRun = Ended(SyncStatus.Partial, "details_failed"), FailingSince = 7 };
        Assert.Equal("never", tried.State(Now));

        var problem = Assert.Single(HealthProblems.Of(Facts(tried)));
        Assert.Equal(("data_stale", 7L), (problem.Code, problem.Since));
        Assert.Contains("no data of Name of one yet", problem.Detail, StringComparison.Ordinal);
        var untried = Agent("one") with { LastGoodAt = null, LastRun = null };
        Assert.Equal("new", untried.State(Now));
        Assert.Empty(HealthProblems.Of(Facts(untried)));
    }

    [Theory]
    [InlineData(SyncStatus.Failed, null, true)]
    [InlineData(SyncStatus.Failed, "details_failed", true)]
    [InlineData(SyncStatus.Partial, null, false)]
    [InlineData(SyncStatus.Partial, "details_failed", false)]
    [InlineData(SyncStatus.Partial, "time_limit", false)]
    [InlineData(SyncStatus.Partial, "list_incomplete", true)]
    [InlineData(SyncStatus.Completed, "list_incomplete", false)]
    [InlineData(SyncStatus.Cancelled, "list_incomplete", false)]
    public void WentWrong_OfARun_IsAnEndBeforeItsTime(string status, string? code, bool wrong) =>
        Assert.Equal(wrong, Ended(status, code).WentWrong);

    [Theory]
    [InlineData("not_configured", "open_settings_key")]
    [InlineData("key_sees_nothing", "open_settings_key")]
    [InlineData("elevenlabs_key_refused", "open_settings_key")]
    [InlineData("elevenlabs_permission_missing", "open_settings_key")]
    [InlineData("elevenlabs_quota", "check_plan")]
    [InlineData("elevenlabs_agent_not_found", "retire_agent", "agent_id=one")]
    [InlineData("disk_full", "free_disk", "needed_bytes=209715200")]
    [InlineData("storage_read_only", "allow_writing")]
    [InlineData("storage_failed", "allow_writing")]
    [InlineData("storage_locked", "wait")]
    [InlineData("elevenlabs_rate_limited", "wait")]
    [InlineData("elevenlabs_unavailable", "wait")]
    [InlineData("elevenlabs_network", "allow_network", "host=api.elevenlabs.io")]
    [InlineData("elevenlabs_certificate", "set_certificate", "variable=SSL_CERT_FILE", "host=api.elevenlabs.io")]
    [InlineData("internal_error", "report_error")]
    [InlineData("list_incomplete", "start_sync", "agent_id=one")]
    [InlineData("elevenlabs_too_large", "start_sync", "agent_id=one")]
    [InlineData(null, "start_sync", "agent_id=one")]
    public void FailedRun_Code_HasItsRemedy(string? code, string action, params string[] parameters)
    {
        var failed = Agent("one") with { LastRun = Ended(SyncStatus.Failed, code), FailingSince = 9 };
        var problem = Assert.Single(HealthProblems.Of(Facts(failed)));

        Assert.Equal((code ?? "sync_failed", Severity.Error, "one", 9L), (problem.Code, problem.Severity, problem.AgentId, problem.Since));
        Assert.Equal((action, string.Join(' ', parameters)),
            (problem.Remedy.Action, string.Join(' ', problem.Remedy.Params.Select(one => $"{one.Key}={one.Value}"))));
        Assert.Equal("The synchronisation of Name of one failed. Start it again; the sync history tells more.", problem.Detail);
    }

    [Fact]
    public void FailedRuns_OfOneReason_AreOneProblemSinceTheFirst()
    {
        var run = Ended(SyncStatus.Failed, "elevenlabs_agent_not_found", "It is gone.");
        var problems = HealthProblems.Of(Facts(
            Agent("one") with { LastRun = run, FailingSince = 9 }, Agent("two") with { LastRun = run, FailingSince = 5 },
            Agent("three") with { LastRun = Ended(SyncStatus.Failed, "elevenlabs_quota"), FailingSince = 7 }));

        Assert.Equal([("elevenlabs_agent_not_found", null, 5), ("elevenlabs_quota", "three", 7L)],
            problems.Select(problem => (problem.Code, problem.AgentId, problem.Since!.Value)));
        Assert.Equal("The synchronisations of 2 agents failed. It is gone.", problems[0].Detail);
        Assert.Empty(problems[0].Remedy.Params);
    }

    [Theory]
    [InlineData("list_incomplete", true)]
    [InlineData("storage_failed", true)]
    [InlineData("storage_locked", true)]
    [InlineData("disk_full", true)]
    [InlineData("elevenlabs_network", true)]
    [InlineData("elevenlabs_certificate", true)]
    [InlineData("elevenlabs_unavailable", true)]
    [InlineData("elevenlabs_rate_limited", true)]
    [InlineData("elevenlabs_key_refused", false)]
    [InlineData("elevenlabs_quota", false)]
    [InlineData("storage_read_only", false)]
    [InlineData("key_sees_nothing", false)]
    [InlineData("internal_error", false)]
    [InlineData(null, false)]
    public void Reason_ThatPassesByItself_IsAWarningWhileTheRunGotSomewhere(string? code, bool passes)
    {
        Assert.Equal(passes, SyncFailure.Passes(code));
        Assert.Equal(code is not null, Ended(SyncStatus.Partial, code).WentWrong);
        if (code is null)
            return;
        var half = Agent("one") with { LastRun = Ended(SyncStatus.Partial, code) };
        var failed = Agent("two") with { LastRun = Ended(SyncStatus.Failed, code) };
        Assert.Equal(passes ? Severity.Warning : Severity.Error, Assert.Single(HealthProblems.Of(Facts(half))).Severity);
        Assert.Equal(Severity.Error, Assert.Single(HealthProblems.Of(Facts(half, failed))).Severity);
    }

    [Fact]
    public void Problems_OfOneSeverity_ComeByTheirAge()
    {
        var facts = Facts(
            Agent("one") with { LastRun = Ended(SyncStatus.Failed, "elevenlabs_quota"), FailingSince = 20 },
            Agent("two") with { LastRun = Ended(SyncStatus.Failed, "internal_error"), FailingSince = null }) with
        {
            ErasureSince = 10,
            WaitsForOthers = true,
            CircuitIsOpen = true,
            UnknownZone = "Mars/Olympus",
        };
        Assert.Equal(
            [("erasure_unfinished", "wait"), ("elevenlabs_quota", "check_plan"), ("zone_unknown", "choose_zone"),
                ("internal_error", "report_error"), ("storage_locked", "wait"), ("circuit_open", "wait")],
            HealthProblems.Of(facts).Select(problem => (problem.Code, problem.Remedy.Action)));
        Assert.Equal([2, 2, 2, 2, 1, 0], HealthProblems.Of(facts).Select(problem => (int)problem.Severity));
        Assert.Empty(HealthProblems.Of(Facts() with { DatabaseCondition = "checking" }));
    }

    private static AgentFreshness Agent(string id) => new(new Agent(id, $"Name of {id}"), Now, null, null, false);

    private static EndedRun Ended(string status, string? code = null, string? message = null) =>
        new() { Status = status, ErrorCode = code, ErrorMessage = message };

    private static HealthFacts Facts(params AgentFreshness[] agents) => new()
    {
        Now = Now,
        Options = new VoicebotOptions { DataFolder = "data" },
        Settings = Settings("sk_key", "one"),
        Agents = agents,
        DatabaseCondition = "ok",
        CircuitIsOpen = false,
    };

    private static EffectiveSettings Settings(string? key, params string[] agents) => new()
    {
        ApiKey = key,
        ApiKeySource = SettingSource.Stored,
        BaseUrl = new Uri("https://api.elevenlabs.io"),
        BaseUrlSource = SettingSource.Default,
        Zone = ReportingZone.Utc,
        ZoneSource = SettingSource.Default,
        Agents = [.. agents.Select(id => new Agent(id, null))],
    };
}
