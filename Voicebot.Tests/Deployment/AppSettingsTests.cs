using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;
using Voicebot.Functions.Telemetry;
using Voicebot.Tests.Architecture;

namespace Voicebot.Tests.Deployment;

/// <summary>What the template puts into the app's environment is what the program reads there.</summary>
public sealed partial class AppSettingsTests
{
    /// <summary>Read by the Functions host and the libraries of Azure.</summary>
    private static readonly string[] OfAzure =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID",
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential",
    ];

    private static readonly Dictionary<string, string> Written = Setting().Matches(Repository.Text("deploy/modules/app.bicep"))
        .Concat(SecretSetting().Matches(Repository.Text("deploy/main.bicep")))
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);

    [Fact]
    public void Settings_OfTheTemplate_AreKnownToTheSample()
    {
        var sample = Repository.Text("local.settings.sample.json");

        Assert.True(Written.Count > 15, string.Join(' ', Written.Keys));
        Assert.All(Written.Keys.Except(OfAzure), name => Assert.Contains($"\"{name}\"", sample, StringComparison.Ordinal));
        Assert.Empty(OfAzure.Except(Written.Keys));
    }

    /// <summary>The Functions host reads schedules from the settings, and leaves out a function whose schedule is not there.</summary>
    [Fact]
    public void Schedules_OfTheTemplate_AreThoseOfTheJobs()
    {
        var template = Repository.Text("deploy/main.bicep");

        Assert.All(Jobs.All.Where(job => job.Setting is not null), job =>
        {
            var parameter = Written[job.Setting!];
            Assert.Contains($"param {parameter} string = '{job.Default}'", template, StringComparison.Ordinal);
        });
    }

    /// <summary>As the app gets them, with values in the place of what only Azure knows.</summary>
    [Fact]
    public void Read_SettingsOfTheTemplate_AreUnderstood()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["databaseHost"] = "voicebot-x-db.postgres.database.azure.com",
            ["databaseName"] = "voicebot",
            ["identity.name"] = "voicebot-x-id",
            ["filesUrl"] = "https://voicebotxdata.blob.core.windows.net/voicebot",
            ["siteUrl"] = "https://voicebot-x.azurestaticapps.net",
            ["syncSchedule"] = Jobs.SyncDefault,
            ["archiveSchedule"] = Jobs.ArchiveDefault,
            ["timeZone"] = "Europe/Warsaw",
            ["insights.properties.ConnectionString"] = "InstrumentationKey=00000000-0000-0000-0000-000000000000",
            ["access-key"] = "kept-in-the-vault-0123456789-abcdefgh",
            ["viewer-key"] = "kept-in-the-vault-0123456789-ijklmnop",
            ["elevenlabs-key"] = "sk_0123456789",
            ["webhook-secret"] = "wsec_0123456789",
        };
        var environment = Written.Where(setting => !setting.Key.StartsWith("AzureWebJobs", StringComparison.Ordinal))
            .ToDictionary(setting => setting.Key, setting => (string?)ValueOf(setting.Value, values), StringComparer.Ordinal);
        environment["WEBSITE_SITE_NAME"] = "voicebot-x-app";

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(environment).Build();
        var options = VoicebotOptions.Read(configuration);

        Assert.True(options.OnAzure);
        Assert.Equal("/tmp/voicebot", options.DataFolder);
        Assert.Contains("Authentication=ManagedIdentity", options.DatabaseServer, StringComparison.Ordinal);
        Assert.Equal(values["filesUrl"], options.FilesContainer!.Url!.ToString());
        Assert.Equal([values["siteUrl"]], options.AllowedOrigins);
        Assert.Equal(values["siteUrl"] + "/", options.PageUrl!.ToString());
        Assert.Equal(values["access-key"], options.AccessKey);
        Assert.NotNull(TelemetryWish.Of(configuration)!.ApplicationInsights);
    }

    /// <summary>The alert about timers asks for their functions by name.</summary>
    [Fact]
    public void Alerts_OfTimers_NameEveryJob()
    {
        var alerts = Repository.Text("deploy/modules/alerts.bicep");

        Assert.All(Jobs.All, job => Assert.Contains($"\"{job.Name}\"", alerts, StringComparison.Ordinal));
        Assert.Contains("\"voicebot.problems\"", alerts, StringComparison.Ordinal);
    }

    /// <summary>A text with ${…} in it, or one name.</summary>
    private static string ValueOf(string written, Dictionary<string, string> values) =>
        written.StartsWith('\'')
            ? Inserted().Replace(written.Trim('\''), match => values.GetValueOrDefault(match.Groups[1].Value, "x"))
            : values.GetValueOrDefault(written, "x");

    [GeneratedRegex(@"name: '(\w+)',?\s+value: ('[^']*'|[\w.]+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"setting: '(\w+)', secret: '([\w-]+)'")]
    private static partial Regex SecretSetting();

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Inserted();
}
