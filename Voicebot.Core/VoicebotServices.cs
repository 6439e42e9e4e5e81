using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Voicebot.Core.Alerts;
using Voicebot.Core.Archiving;
using Voicebot.Core.Auditing;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Columns;
using Voicebot.Core.Conversations;
using Voicebot.Core.Copying;
using Voicebot.Core.Csv;
using Voicebot.Core.Data;
using Voicebot.Core.Demo;
using Voicebot.Core.Digests;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Figures;
using Voicebot.Core.Files;
using Voicebot.Core.Health;
using Voicebot.Core.Importing;
using Voicebot.Core.Kpis;
using Voicebot.Core.Money;
using Voicebot.Core.Notes;
using Voicebot.Core.Privacy;
using Voicebot.Core.Recordings;
using Voicebot.Core.Reviews;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Search;
using Voicebot.Core.Settings;
using Voicebot.Core.Spreadsheets;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Targets;
using Voicebot.Core.Views;
using Voicebot.Core.Webhooks;

namespace Voicebot.Core;

/// <summary>Puts the core library together.</summary>
public static class VoicebotServices
{
    public static IServiceCollection AddVoicebotCore(this IServiceCollection services, VoicebotOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new ElevenLabsOptions());
        services.TryAddSingleton(new SyncOptions());
        services.TryAddSingleton(new QueryLimit());
        services.AddSingleton(options);
        services.AddDataProtection().SetApplicationName("Voicebot");
        services.AddOptions<KeyManagementOptions>().PostConfigure<Database>((management, database) =>
            management.XmlRepository = database.IsEmbedded ? new KeyFolder(options.KeyFolder) : new KeyRing(database));

        services.AddSingleton(_ => options.OpenDatabase());
        services.AddSingleton(provider => options.OpenFiles(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<BackupMove>(provider, options.DataFolder));
        services.AddHostedService<FilesWatch>();
        services.AddSingleton<DatabaseLease>();
        services.AddSingleton(provider => BackupOf(provider.GetRequiredService<Database>()));
        services.AddSingleton<DatabaseCheck>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseCheck>());
        services.AddSingleton<Migrator>();
        services.AddSingleton<VoicebotSettings>();
        services.AddSingleton<StoredAccessKey>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<PersonStore>();
        services.AddSingleton<ErasureStore>();
        services.AddSingleton<FileCleaning>();
        services.AddSingleton<NumberGuesses>();
        services.AddSingleton<CopiesLeft>();
        services.AddSingleton<Eraser>();
        services.AddSingleton<ErasureSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<ErasureSweep>());
        services.AddSingleton<Forgetting>();
        services.AddSingleton(options.Columns);
        services.AddSingleton<ColumnStore>();
        services.AddHostedService(provider => provider.GetRequiredService<ColumnStore>());
        services.AddSingleton<FilteredReading>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<SamePerson>();
        services.AddSingleton<ViewStore>();
        services.AddSingleton<TargetStore>();
        services.AddSingleton<NoteStore>();
        services.AddSingleton<MoneySettingsStore>();
        services.AddSingleton<MoneyService>();
        services.AddSingleton<ReviewRuleStore>();
        services.AddSingleton<ReviewStore>();
        services.AddSingleton<CallbackStore>();
        services.AddSingleton<CallbackWorkbook>();
        services.AddSingleton<AlertChannelStore>();
        services.AddSingleton<AlertStore>();
        services.AddSingleton(new ChannelAddress(options.AlertsAnywhere));
        services.AddSingleton<HttpSending>();
        services.AddSingleton<MailSending>();
        services.AddSingleton<ChannelSending>();
        services.AddSingleton<ProblemsNow>(provider => () =>
            [.. HealthProblems.Of(provider.GetRequiredService<HealthProblems>().Facts())
                .Where(problem => problem.Severity >= Severity.Warning)
                .Select(problem => new ProgramProblem(problem.Code, problem.Detail, problem.AgentId))]);
        services.AddSingleton<FigureWatch>();
        services.AddSingleton<SilenceWatch>();
        services.AddSingleton<BudgetWatch>();
        services.AddSingleton<AlertPost>();
        services.AddSingleton<AggregateCheck>();
        services.AddSingleton<KpiService>();
        services.AddSingleton<BreakdownService>();
        services.AddSingleton<DataService>();
        services.AddSingleton<SegmentService>();
        services.AddSingleton<ConversationCsv>();
        services.AddSingleton<ConversationWorkbook>();
        services.AddSingleton<DigestStore>();
        services.AddSingleton<DigestDeliveryStore>();
        services.AddSingleton<DigestContents>();
        services.AddSingleton(provider => new DigestWorkbook(provider.GetRequiredService<ConversationWorkbook>(),
            provider.GetRequiredService<VoicebotSettings>()));
        services.AddSingleton<DigestWriter>();
        services.AddSingleton<DigestRounds>();
        services.AddSingleton<DigestPost>();
        services.AddSingleton<ArchiveStore>();
        services.AddSingleton<Archiver>();
        services.AddSingleton<OriginalImport>();
        services.AddSingleton<TimerLog>();

        services.AddSingleton<ElevenLabsClients>();
        services.AddSingleton<VendorShares>();
        services.AddHostedService<VendorSharing>(); // before what makes requests, so that it ends after it
        services.AddSingleton<KeyTest>();
        services.AddSingleton<ReachCount>();
        services.AddSingleton<SyncRunStore>();
        services.AddSingleton<SyncWork>();
        services.AddSingleton<NightlyPlan>();
        services.AddSingleton<ConversationIntake>();
        services.AddSingleton<DetailPlan>();
        services.AddSingleton<DetailTransfer>();
        services.AddSingleton<RecordingCache>();
        services.AddHostedService<RecordingPruning>();
        services.AddSingleton<ConversationRefresh>();
        services.AddSingleton<Synchronizer>();
        services.AddSingleton<CriterionNaming>();
        services.AddSingleton<TagNaming>();
        services.AddSingleton<SyncService>();
        services.AddSingleton<HealthProblems>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<WebhookSpool>();
        services.AddSingleton<WebhookIntake>();
        services.AddHostedService(provider => provider.GetRequiredService<SyncService>());
        services.AddHostedService<SyncHelp>();
        services.AddHostedService<Rederivation>();

        // the pipeline sets the limits
        var http = services.AddHttpClient(ElevenLabsClients.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ElevenLabsHandler.Create)
            .AddHttpMessageHandler(() => new MeasuringHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers(); // they would log every request of a sync
        if (options.Demo)
        {
            http.ConfigurePrimaryHttpMessageHandler(provider => new DemoVendorHandler(provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<DemoOwner>();
            services.AddHostedService<DemoStart>();
        }
        return services;
    }

    private static DatabaseBackup BackupOf(Database database) => new(database,
        database.IsEmbedded ? null : (path, cancellation) => CopyToFile.Snapshot(database, path, cancellation));

    /// <summary>Brings the database up to date; before the first request is answered.</summary>
    /// <exception cref="DatabaseUnusableException">The message says what to do.</exception>
    /// <exception cref="InvalidConfigurationException">The environment asks for what must not be where others can reach the
    /// program.</exception>
    public static void PrepareVoicebot(this IServiceProvider services)
    {
        services.GetRequiredService<VoicebotOptions>().RefuseLoopbackVendor();
        services.GetRequiredService<Migrator>().Migrate();
        var lease = services.GetRequiredService<DatabaseLease>();
        lease.Take();
        var options = services.GetRequiredService<VoicebotOptions>();
        if (lease.IsAlone)
        {
            WrittenFiles.RemoveTemporary(options.DataFolder, _ => true);
            services.GetRequiredService<WebhookSpool>().Sweep();
        }
        PrivateFiles.CreateOwnFolder(options.KeyFolder);
        PrivateFiles.ProtectAll(options.KeyFolder);
        if (!services.GetRequiredService<Database>().IsEmbedded)
            KeyRing.Begin(services.GetRequiredService<Database>(), services.GetRequiredService<IDataProtectionProvider>());
        PrepareFiles(services.GetRequiredService<StoredFiles>(), services.GetRequiredService<RecordingCache>());
        var settings = services.GetRequiredService<VoicebotSettings>();
        settings.ApplyZone();
        settings.TellIgnored();
    }

    /// <summary>What stands in the way of files is told until it is mended; only what everybody could read is refused.</summary>
    private static void PrepareFiles(StoredFiles files, RecordingCache recordings)
    {
        if (files.Folder is { } folder)
            PrivateFiles.ProtectAll(Path.Combine(folder, Archiver.Folder));
        if (!files.IsShared)
            recordings.ClearAsync(CancellationToken.None).GetAwaiter().GetResult();
        else if (files.CheckAsync(CancellationToken.None).GetAwaiter().GetResult() is { Failure: FilesFailure.Public } fault)
            throw new InvalidConfigurationException([fault.Sentence]);
    }
}
