using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voicebot.Core.Scheduling;
using Voicebot.Functions.Timers;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Instances;

/// <summary>Each due time of a job is handled by one instance, whichever clock is ahead.</summary>
public sealed class SharedTimersTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Due = new(2026, 11, 3, 2, 0, 0, TimeSpan.Zero);
    private readonly SharedDatabase shared = new();
    private readonly StandingClock clock = new("2026-11-02T12:00:00Z");
    private readonly StandingClock otherClock = new("2026-11-02T12:04:00Z");
    private VendorSimulator vendor = null!;
    private VoicebotServer one = null!;
    private VoicebotServer other = null!;

    public async ValueTask InitializeAsync()
    {
        vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-20T10:00:00Z"));
        vendor.Agents = [("agent_one", "Agent agent_one")]; // as the documents say: another name, learnt late, is a change of its own
        one = await StartAsync(clock, "agent_one");
        other = await StartAsync(otherClock);
        NextNight();
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        await vendor.DisposeAsync();
        shared.Dispose();
    }

    [Fact]
    public async Task SyncNightly_OnBoth_StartsOneRun()
    {
        await FireAsync(one, nameof(SyncNightly), Due);
        await one.WaitForRunsAsync([1]);
        await FireAsync(other, nameof(SyncNightly), Due);
        Assert.Equal(1, await RunsAsync());

        await FireAsync(other, nameof(SyncNightly), NextNight());
        Assert.Equal(2, await RunsAsync());
        await one.WaitForRunsAsync([2]);
    }

    [Fact]
    public async Task ArchiveMonthly_OnBoth_ArchivesOnce()
    {
        await one.SyncOneAsync();
        await FireAsync(one, nameof(ArchiveMonthly), Due);
        vendor.Change("conv_1", conversation => conversation.List["rating"] = 4);
        await one.SyncOneAsync();
        await FireAsync(other, nameof(ArchiveMonthly), Due);
        Assert.Equal(1, (await one.GetJsonAsync("api/archives")).GetArrayLength());

        await FireAsync(other, nameof(ArchiveMonthly), NextNight());
        Assert.Equal(2, (await one.GetJsonAsync("api/archives")).GetArrayLength());
    }

    [Fact]
    public async Task CheckFigures_OnBoth_ChecksOnce()
    {
        const string CheckedAt = "SELECT checked_at FROM derived_state";
        await FireAsync(one, nameof(CheckFigures), Due);
        var first = shared.Count(CheckedAt);
        await FireAsync(other, nameof(CheckFigures), Due);
        Assert.Equal(first, shared.Count(CheckedAt));

        await FireAsync(other, nameof(CheckFigures), NextNight());
        var its = otherClock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(its, shared.Count(CheckedAt));
    }

    [Fact]
    public async Task ForgetNightly_OnBoth_ForgetsOnce()
    {
        const string Forgotten = "SELECT COUNT(texts_forgotten_at) FROM conversations";
        await one.SyncOneAsync();
        await FireAsync(one, nameof(ForgetNightly), Due);
        await one.SaveSettingsAsync(new { retention_texts_days = 7 });
        await FireAsync(other, nameof(ForgetNightly), Due);
        Assert.Equal(0, shared.Count(Forgotten));

        await FireAsync(other, nameof(ForgetNightly), NextNight());
        Assert.Equal(1, shared.Count(Forgotten));
    }

    /// <summary>None is missing above: each of them asks whether it is its turn, but for those that are for every instance.</summary>
    [Fact]
    public void Jobs_All_AreTestedHere() =>
        Assert.Equal([nameof(ArchiveMonthly), nameof(CheckFigures), nameof(ForgetNightly), nameof(SendDigests), nameof(SyncNightly),
            nameof(TakeOverRuns)],
            Jobs.All.Select(job => job.Name).Order(StringComparer.Ordinal));

    /// <summary>As an operator does it who calls the function: far from its due time it is done whoever did it last.</summary>
    [Fact]
    public async Task SyncNightly_FiredByHand_IsAlwaysDone()
    {
        foreach (var (server, run) in new[] { (one, 1L), (other, 2L) })
        {
            await FireAsync(server, nameof(SyncNightly), null);
            await one.WaitForRunsAsync([run]);
        }
    }

    /// <summary>Some time after the due time on both clocks, which it returns.</summary>
    private DateTimeOffset NextNight()
    {
        clock.Advance(TimeSpan.FromDays(1));
        otherClock.Advance(TimeSpan.FromDays(1));
        return Due.AddDays((clock.GetUtcNow() - Due).Days);
    }

    private async Task<VoicebotServer> StartAsync(TimeProvider clock, params string[] agents)
    {
        var server = await shared.StartAsync(new VoicebotServerSetup { Vendor = vendor, Agents = agents, Clock = clock });
        await server.Services.GetServices<IHostedService>().OfType<MissedTimers>().Single().ExecuteTask!;
        return server;
    }

    private static Task FireAsync(VoicebotServer server, string job, DateTimeOffset? due) =>
        TimerFunction.All.Single(function => function.Name == job).RunAsync(server.Services, new TimerInfo
        {
            ScheduleStatus = due is { } time ? new ScheduleStatus { Last = time.UtcDateTime } : null,
        }, TestContext.Current.CancellationToken);

    private async Task<int> RunsAsync() => (await one.GetJsonAsync("api/sync-logs")).GetArrayLength();
}
