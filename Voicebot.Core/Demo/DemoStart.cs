using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Agents;
using Voicebot.Core.Alerts;
using Voicebot.Core.Archiving;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Money;
using Voicebot.Core.Notes;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Targets;
using Voicebot.Core.Time;

namespace Voicebot.Core.Demo;

/// <summary>Configures the demo's agents, syncs its six months through the ordinary pipeline, and archives the last full month.</summary>
public sealed class DemoStart(
    VoicebotSettings settings, ElevenLabsClients clients, SyncService sync, SyncRunStore runs, Archiver archiver, TargetStore targets,
    NoteStore notes, MoneySettingsStore money, AlertRuleStore alertRules, TimeProvider clock, ILogger<DemoStart> log) : BackgroundService
{
    /// <summary>Of the conversion, in percent: the demo's months lie on both sides of it.</summary>
    private const double Conversion = 65;
    private const int MonthsBack = 5;
    private const int RulesFromTheStart = 2;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var agents = await clients.For(settings.Current.Connection!).ListAgentsAsync(stoppingToken);
            settings.Save(new SettingsChange { Agents = [.. agents.Select(agent => new Agent(agent.Id, agent.Name))] });
            var today = settings.Current.Zone.Day(clock.GetUtcNow());
            Annotate(today);
            Watch();
            var started = sync.Start(settings.Current.ActiveAgentIds, SyncType.Manual,
                new SyncWindow(Month.Of(today).FirstDay.AddMonths(-MonthsBack), today));
            while (started.Any(run => runs.Find(run.Id) is { IsOpen: true }))
                await Task.Delay(LookAgain, clock, stoppingToken);
            await archiver.ArchivePreviousMonthAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "The demo data could not be prepared; stop and start again with --demo.");
        }
    }

    /// <summary>A target, notes, and how money is counted, unless somebody has set some.</summary>
    private void Annotate(DateOnly today)
    {
        if (money.Current.Version == 0)
            money.Replace(DemoMoney.Of(today), version: 0);
        if (targets.All().Count > 0 || notes.Of(Period.AllTime, null).Count > 0)
            return;
        targets.Add(new Target { Figure = "conversion_rate", Value = Conversion });
        foreach (var note in DemoNotes.Of(Month.Of(today).FirstDay.AddMonths(-MonthsBack), today))
            notes.Add(note);
    }

    /// <summary>Rules of alerts, unless somebody has made some.</summary>
    private void Watch()
    {
        var names = alertRules.All().Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Count > RulesFromTheStart)
            return;
        foreach (var rule in DemoAlerts.Rules.Where(rule => !names.Contains(rule.Name)))
            alertRules.Add(rule);
    }
}
