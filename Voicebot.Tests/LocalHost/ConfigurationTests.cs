using Microsoft.Extensions.Configuration;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;
using Voicebot.Functions.LocalHost;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.LocalHost;

public sealed class ConfigurationTests
{
    [Fact]
    public void AddLocalSettings_Values_AreRead()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.FullPath, "local.settings.json"), """
            {
              // as the Functions tools allow
              "IsEncrypted": false,
              "Values": { "VOICEBOT_TIME_ZONE": "Europe/Warsaw", "VOICEBOT_DATA": "somewhere", "NUMBER": 7, },
            }
            """);
        var configuration = new ConfigurationBuilder().AddLocalSettings(folder.FullPath).Build();
        Assert.Equal(("Europe/Warsaw", "somewhere", "7"),
            (configuration["VOICEBOT_TIME_ZONE"], configuration["VOICEBOT_DATA"], configuration["NUMBER"]));
        Assert.Null(configuration["IsEncrypted"]);
    }

    [Fact]
    public void AddLocalSettings_LaterSource_GoesFirst()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.FullPath, "local.settings.json"),
            """{"Values":{"VOICEBOT_TIME_ZONE":"Europe/Warsaw","VOICEBOT_DATA":"file"}}""");
        var configuration = new ConfigurationBuilder()
            .AddLocalSettings(folder.FullPath)
            .AddInMemoryCollection([KeyValuePair.Create("VOICEBOT_TIME_ZONE", (string?)"Asia/Tokyo")])
            .Build();
        Assert.Equal(("Asia/Tokyo", "file"), (configuration["VOICEBOT_TIME_ZONE"], configuration["VOICEBOT_DATA"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"Values":[]}""")]
    [InlineData("""{"Values":null}""")]
    public void AddLocalSettings_NothingThere_AddsNothing(string? text)
    {
        using var folder = new TemporaryFolder();
        if (text is not null)
            File.WriteAllText(Path.Combine(folder.FullPath, "local.settings.json"), text);
        Assert.Empty(new ConfigurationBuilder().AddLocalSettings(folder.FullPath).Build().AsEnumerable());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("Values=1")]
    public void AddLocalSettings_NoJson_IsRefusedByName(string text)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullPath, "local.settings.json");
        File.WriteAllText(path, text);
        var exception = Assert.Throws<InvalidConfigurationException>(() => new ConfigurationBuilder().AddLocalSettings(folder.FullPath));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Values":{"VOICEBOT_DATA":"one","VOICEBOT_DATA":"two"}}""", "two")]
    [InlineData("""{"Values":{"VOICEBOT_DATA":"one","voicebot_data":"two"}}""", "two")]
    [InlineData("""{"Values":{"VOICEBOT_DATA":null}}""", null)]
    public void AddLocalSettings_OddButClear_IsUnderstood(string text, string? data)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.FullPath, "local.settings.json"), text);
        Assert.Equal(data, new ConfigurationBuilder().AddLocalSettings(folder.FullPath).Build()["VOICEBOT_DATA"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"Values":{"VOICEBOT_DATA":["a"]}}""")]
    [InlineData("""{"Values":{"VOICEBOT_DATA":"\ud800"}}""")]
    public void AddLocalSettings_JsonButNoObject_IsRefusedByName(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.FullPath, "local.settings.json"), text);
        Assert.Throws<InvalidConfigurationException>(() => new ConfigurationBuilder().AddLocalSettings(folder.FullPath));
    }

    [Fact]
    public void Build_WrongVariables_NamesThemAll()
    {
        using var folder = new TemporaryFolder();
        var wrong = new Dictionary<string, string?>
        {
            ["VOICEBOT_DATA"] = folder.FullPath,
            ["ELEVENLABS_BASE_URL"] = "https://evil.example",
            ["VOICEBOT_TIME_ZONE"] = "Mars/Olympus",
            ["VOICEBOT_SYNC_SCHEDULE"] = "at two",
            ["VOICEBOT_ARCHIVE_SCHEDULE"] = "0 3 1-5 * *",
            ["VOICEBOT_ALLOWED_ORIGINS"] = "reports.example.com",
        };
        var exception = Assert.Throws<InvalidConfigurationException>(() => LocalServer.Build(new LocalArguments(0, false, false), wrong));
        Assert.All(wrong.Skip(1), variable =>
            Assert.Contains($"{variable.Key} is '{variable.Value}'", exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_BlankVariables_CountAsAbsent()
    {
        var blank = new[] { "ELEVENLABS_API_KEY", "ELEVENLABS_BASE_URL", "VOICEBOT_TIME_ZONE", "VOICEBOT_SYNC_SCHEDULE",
            "VOICEBOT_ARCHIVE_SCHEDULE", "VOICEBOT_ALLOWED_ORIGINS" };
        var options = VoicebotOptions.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(blank.Select(name => KeyValuePair.Create(name, (string?)"  "))).Build());
        Assert.Null(options.ApiKey);
        Assert.Null(options.BaseUrl);
        Assert.Null(options.TimeZone);
        Assert.Equal((Jobs.SyncDefault, Jobs.ArchiveDefault),
            (options.Schedules.Of(Jobs.SyncTrigger).Text, options.Schedules.Of(Jobs.ArchiveTrigger).Text));
        Assert.Empty(options.AllowedOrigins);
    }

    [Fact]
    public void Build_DamagedDatabase_SaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.FullPath, "voicebot.db"), new string('x', 5_000));
        var exception = Assert.Throws<Core.Data.DatabaseUnusableException>(() =>
            LocalServer.Build(new LocalArguments(0, false, false), [KeyValuePair.Create("VOICEBOT_DATA", (string?)folder.FullPath)]));
        Assert.Contains("backup", exception.Message, StringComparison.Ordinal);
    }
}
