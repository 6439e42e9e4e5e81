using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Data;
using Voicebot.Core.Files;
using Voicebot.Core.Health;
using Voicebot.Core.Json;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Health;

/// <summary>What stands in the way is told in health, each with its one remedy, and goes when it is mended.</summary>
public sealed class HealthProblemsTests
{
    [Fact]
    public async Task Get_FirstRun_IsNoProblem()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { ApiKey = null, Agents = [] });
        var health = await server.GetJsonAsync("api/health");
        Assert.Empty(health.GetProperty("problems").EnumerateArray());
        Assert.Empty(health.GetProperty("agents").EnumerateArray());
        Assert.True(health.GetProperty("disk").Whole("free_bytes") > 0);
    }

    [Fact]
    public async Task Get_AnotherProgramHoldsTheDatabase_SaysSoWhileAWriteWaits()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        using var other = server.Database.Open();
        other.Run("BEGIN IMMEDIATE");
        var saving = server.Http.PostJsonAsync("api/settings", new { time_zone = "Europe/Warsaw" });

        await Eventually.True(async () => (await ProblemsAsync(server)).Any(problem => problem.Text("code") == "storage_locked"),
            "the health names the lock");
        Assert.False(saving.IsCompleted);
        other.Run("ROLLBACK");

        Assert.Equal(HttpStatusCode.OK, (await saving).StatusCode);
        Assert.Empty(await ProblemsAsync(server));
    }

    [Theory]
    [InlineData(401, "401-invalid-key", "elevenlabs_key_refused", "open_settings_key")]
    [InlineData(401, "401-missing-permissions", "elevenlabs_permission_missing", "open_settings_key")]
    [InlineData(429, "429-system-busy", "elevenlabs_rate_limited", "wait")]
    [InlineData(500, "500-string-detail", "elevenlabs_unavailable", "wait")]
    public async Task Get_AfterAFailedRun_NamesItsReasonUntilOneGoesWell(int status, string body, string code, string action)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, TimeZone = "Europe/Warsaw" });
        vendor.OnEveryList(VendorFaults.Status(status, SampleFiles.Error(body)));
        Assert.Equal("failed", (await server.SyncOneAsync()).Text("status"));

        var problem = (await ProblemsAsync(server)).First();
        Assert.Equal((code, "error", ConversationBuilder.DefaultAgent, action),
            (problem.Text("code"), problem.Text("severity"), problem.Text("agent_id"), problem.GetProperty("remedy").Text("action")));
        Assert.StartsWith("2026-11-10T13:0", problem.Text("since"), StringComparison.Ordinal);
        Assert.EndsWith("+01:00", problem.Text("since"), StringComparison.Ordinal);
        Assert.Contains((await server.GetJsonAsync("api/sync-logs"))[0]
            .Text("error_message")!, problem.Text("detail"), StringComparison.Ordinal);

        vendor.OnEveryList(null);
        await server.SyncAsync();
        Assert.Empty(await ProblemsAsync(server));
    }

    [Fact]
    public async Task Get_SameReasonForSeveralAgents_IsOneProblemWithTheFirstFailuresTime()
    {
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one", "agent_two"], Clock = clock });
        vendor.ApiKey = "sk_another";
        await server.SyncAsync();
        clock.Advance(TimeSpan.FromHours(1));
        await server.SyncAsync();

        var problem = Assert.Single(await ProblemsAsync(server), one => one.Text("code") == "elevenlabs_key_refused");

        Assert.Null(problem.Text("agent_id"));
        Assert.Contains("2 agents", problem.Text("detail"), StringComparison.Ordinal);
        Assert.StartsWith("2026-11-10T12:0", problem.Text("since"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OneAgentThatNeverWentWell_DoesNotSilenceTheOthersAge()
    {
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one"], Clock = clock });
        await server.SyncAsync();
        clock.Advance(TimeSpan.FromDays(10));
        await server.SaveSettingsAsync(new { agents = new[] { "agent_one", "agent_two", "agent_new" } });
        vendor.OnEveryList(VendorFaults.Status(503));
        var runs = await (await server.Http.PostJsonAsync("api/sync", new { agent_id = "agent_two" })).JsonAsync(202);
        await server.WaitForRunsAsync([runs.GetProperty("runs")[0].Whole("id")]);

        var health = await server.GetJsonAsync("api/health");
        Assert.Equal(["stale", "never", "new"], health.GetProperty("agents").Texts("state"));
        Assert.InRange(health.GetProperty("agents")[0].Whole("age_secs"), 864_000, 864_060);
        Assert.InRange(health.Whole("last_good_sync_age_secs"), 864_000, 864_060);
        var stale = health.GetProperty("problems").EnumerateArray().Where(problem => problem.Text("code") == "data_stale").ToList();
        Assert.Equal(["agent_one", "agent_two"], stale.Select(problem => problem.Text("agent_id")).Order());
        Assert.Contains("10 days old", stale.Single(problem => problem.Text("agent_id") == "agent_one")
            .Text("detail"), StringComparison.Ordinal);
        var kpis = await server.GetJsonAsync("api/kpis");
        Assert.StartsWith("2026-11-10T12:0", kpis.Text("as_of"), StringComparison.Ordinal);
        Assert.Equal("""["agent_two","agent_new"]""", kpis.GetProperty("as_of_without").GetRawText());
    }

    [Theory]
    [InlineData(26, false)]
    [InlineData(27, true)]
    public async Task Get_DataOfHours_AreStaleAfterTwentySix(int hours, bool stale)
    {
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync();
        clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(1));
        Assert.Equal(stale, (await ProblemsAsync(server)).Any(problem => problem.Text("code") == "data_stale"));
    }

    [Fact]
    public async Task Get_ClockThatWasAhead_ShowsNoNegativeAgeAndSaysSo()
    {
        var clock = DatedClock.At("2027-03-10T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync();
        clock.Advance(TimeSpan.FromDays(-100));

        var health = await server.GetJsonAsync("api/health");
        Assert.Null(health.Text("last_good_sync_age_secs"));
        Assert.StartsWith("2027-03-10T12:0", health.GetProperty("agents")[0].Text("last_good_sync_at"), StringComparison.Ordinal);
        Assert.Equal(("unknown", (string?)null),
            (health.GetProperty("agents")[0].Text("state"), health.GetProperty("agents")[0].Text("age_secs")));
        Assert.Equal(("clock_wrong", "set_clock"),
            (health.GetProperty("problems")[0].Text("code"), health.GetProperty("problems")[0].GetProperty("remedy").Text("action")));

        await server.SyncAsync(); // its end counts now, although it seems to be the older one
        health = await server.GetJsonAsync("api/health");
        Assert.Empty(health.GetProperty("problems").EnumerateArray());
        Assert.InRange(health.Whole("last_good_sync_age_secs"), 0, 60);
    }

    [Fact]
    public async Task Get_StoredZoneThatThisSystemDoesNotKnow_IsNamed()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { ApiKey = null });
        server.Database.Write(connection =>
            connection.Execute("INSERT INTO settings (name, value) VALUES ('time_zone', 'Mars/Olympus') ON CONFLICT (name) DO UPDATE SET "
            + "value = excluded.value"));
        var problem = Assert.Single(await ProblemsAsync(server));
        Assert.Equal(("zone_unknown", "choose_zone", "Mars/Olympus"),
            (problem.Text("code"), problem.GetProperty("remedy").Text("action"), problem.GetProperty("remedy").GetProperty("params")
                .Text("time_zone")));
    }

    [Fact]
    public async Task Get_SmallDisk_IsLowThenFull()
    {
        using var disk = SmallDisk.Mount(megabytes: 64);
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { ApiKey = null, DataFolder = disk.Folder });
        var low = Assert.Single(await ProblemsAsync(server));
        Assert.Equal(("disk_low", "warning", "free_disk"),
            (low.Text("code"), low.Text("severity"), low.GetProperty("remedy").Text("action")));

        disk.Resize(megabytes: 12);
        var health = await server.GetJsonAsync("api/health");
        var full = Assert.Single(health.GetProperty("problems").EnumerateArray());
        Assert.Equal(("disk_full", "error"), (full.Text("code"), full.Text("severity")));
        Assert.Equal(health.GetProperty("disk").Whole("free_bytes").ToString(), full.GetProperty("remedy").GetProperty("params")
            .Text("free_bytes"));
        Assert.DoesNotContain(disk.Folder, health.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "ext4", "data_will_not_last")]
    [InlineData(true, "cifs", "journal_advised")]
    [InlineData(false, "cifs", "local_disk_advised")]
    [InlineData(false, "nfs4", "local_disk_advised")]
    [InlineData(false, "ext4", null)]
    [InlineData(false, null, null)]
    public async Task Of_PlaceOfTheData_IsToldWhereItDoesNotLast(bool onAzure, string? format, string? code)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var facts = server.Services.GetRequiredService<HealthProblems>().Facts();
        facts = facts with
        {
            Options = facts.Options with { OnAzure = onAzure, DatabaseServer = null },
            DiskFormat = format,
            Disk = new DiskRoom(1L << 40, 1L << 41),
        };
        Assert.Equal(code is null ? [] : [code], HealthProblems.Of(facts).Select(problem => problem.Code));
        // A journal that was chosen for a share is the owner's answer to that.
        var chosen = facts with { Options = facts.Options with { Journal = JournalMode.Truncate } };
        Assert.Equal(code == "data_will_not_last" ? [code] : [], HealthProblems.Of(chosen).Select(problem => problem.Code));
    }

    /// <summary>The database lies elsewhere then; what is told of the folder is about its files.</summary>
    [Theory]
    [InlineData(true, "ext4", "files_will_not_last")]
    [InlineData(true, "cifs", null)]
    [InlineData(false, "cifs", null)]
    public async Task Of_PlaceOfTheFilesWhereAServerKeepsTheDatabase_IsToldWhereItDoesNotLast(bool onAzure, string format, string? code)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var facts = server.Services.GetRequiredService<HealthProblems>().Facts();
        facts = facts with
        {
            Options = facts.Options with { OnAzure = onAzure, DatabaseServer = "Host=db.example.com;Database=voicebot" },
            DiskFormat = format,
            Disk = new DiskRoom(1L << 40, 1L << 41),
        };

        Assert.Equal(code is null ? [] : [code], HealthProblems.Of(facts).Select(problem => problem.Code));
    }

    [Fact]
    public async Task Of_SeveralProblems_AreWorstFirst()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var facts = server.Services.GetRequiredService<HealthProblems>().Facts() with
        {
            DatabaseCondition = "damaged",
            CircuitIsOpen = true,
            ErasureSince = 5,
            Disk = new DiskRoom(209_715_200 - 1, 1L << 41),
            DiskFormat = "ext4",
        };
        Assert.Equal(["erasure_unfinished", "database_damaged", "disk_low", "circuit_open"], HealthProblems.Of(facts)
            .Select(problem => problem.Code));
    }

    private static async Task<IReadOnlyList<JsonElement>> ProblemsAsync(VoicebotServer server) =>
        [.. (await server.GetJsonAsync("api/health")).GetProperty("problems").EnumerateArray()];
}
