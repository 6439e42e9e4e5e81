using Microsoft.Extensions.Configuration;
using Voicebot.Core.Data;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;

namespace Voicebot.Tests.Settings;

public sealed class VoicebotOptionsTests
{
    [Fact]
    public void Read_NothingSet_GivesTheDefaults()
    {
        var options = Read();

        Assert.Equal(Path.GetFullPath("data"), options.DataFolder);
        Assert.Null(options.ApiKey);
        Assert.Null(options.BaseUrl);
        Assert.Null(options.TimeZone);
        Assert.Equal("0 0 2 * * *", options.Schedules.Of(Jobs.SyncTrigger).Text);
        Assert.Equal("0 0 3 1-5 * *", options.Schedules.Of(Jobs.ArchiveTrigger).Text);
        Assert.Empty(options.AllowedOrigins);
        Assert.False(options.Demo);
    }

    [Fact]
    public void Read_EverythingSet_IsTaken()
    {
        var options = Read(
            ("VOICEBOT_DATA", "some-folder"),
            ("VOICEBOT_JOURNAL", "Truncate"),
            ("ELEVENLABS_API_KEY", " sk_key "),
            ("ELEVENLABS_BASE_URL", "https://api.eu.residency.elevenlabs.io"),
            ("VOICEBOT_TIME_ZONE", "Europe/Warsaw"),
            ("VOICEBOT_SYNC_SCHEDULE", "0 30 1 * * *"),
            ("VOICEBOT_ARCHIVE_SCHEDULE", "0 0 4 2 * *"),
            ("VOICEBOT_PAGE_URL", "https://reports.example.com/voicebot"),
            ("VOICEBOT_ALLOWED_ORIGINS", "https://reports.example.com/, http://localhost:8080"));

        Assert.Equal(Path.GetFullPath("some-folder"), options.DataFolder);
        Assert.Equal(JournalMode.Truncate, options.Journal);
        Assert.Equal(Path.Combine(Path.GetFullPath("some-folder"), "voicebot.db"), options.DatabasePath);
        Assert.Equal(Path.GetFullPath("some-folder"), options.OpenFiles(TimeProvider.System).Folder);
        Assert.Equal("sk_key", options.ApiKey);
        Assert.Equal(new Uri("https://reports.example.com/voicebot/"), options.PageUrl);
        Assert.Equal(new Uri("https://api.eu.residency.elevenlabs.io"), options.BaseUrl);
        Assert.Equal("Europe/Warsaw", options.TimeZone!.Id);
        Assert.Equal("0 30 1 * * *", options.Schedules.Of(Jobs.SyncTrigger).Text);
        Assert.Equal("0 0 4 2 * *", options.Schedules.Of(Jobs.ArchiveTrigger).Text);
        Assert.Equal(["https://reports.example.com", "http://localhost:8080"], options.AllowedOrigins);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Read_Blank_CountsAsAbsent(string blank) =>
        Assert.Equivalent(
            Read(),
            Read([.. new[] { "VOICEBOT_DATA", "ELEVENLABS_API_KEY", "ELEVENLABS_BASE_URL", "VOICEBOT_TIME_ZONE", "VOICEBOT_SYNC_SCHEDULE",
                "VOICEBOT_ARCHIVE_SCHEDULE", "VOICEBOT_ALLOWED_ORIGINS" }
                .Select(name => (name, blank))]));

    [Theory]
    [InlineData("ELEVENLABS_BASE_URL", "https://api.elevenlabs.io.evil.example", "https://api.us.elevenlabs.io")]
    [InlineData("ELEVENLABS_BASE_URL", "http://api.elevenlabs.io", "https://api.elevenlabs.io")]
    [InlineData("ELEVENLABS_BASE_URL", "https://api.elevenlabs.io/v1", "https://api.elevenlabs.io")]
    [InlineData("ELEVENLABS_BASE_URL", "api.elevenlabs.io", "https://api.elevenlabs.io")]
    [InlineData("VOICEBOT_JOURNAL", "off", "truncate or delete")]
    [InlineData("VOICEBOT_JOURNAL", "1", "truncate or delete")]
    [InlineData("VOICEBOT_TIME_ZONE", "Warsaw", "Europe/Warsaw")]
    [InlineData("VOICEBOT_TIME_ZONE", "Central European Standard Time", "Europe/Warsaw")]
    [InlineData("VOICEBOT_SYNC_SCHEDULE", "0 2 * * *", "0 0 2 * * *")]
    [InlineData("VOICEBOT_ARCHIVE_SCHEDULE", "monthly", "0 0 3 1-5 * *")]
    [InlineData("VOICEBOT_PAGE_URL", "reports.example.com", "https://reports.example.com/voicebot/")]
    [InlineData("VOICEBOT_PAGE_URL", "ftp://reports.example.com", "https://reports.example.com/voicebot/")]
    [InlineData("VOICEBOT_PAGE_URL", "https://reports.example.com/?a=b", "https://reports.example.com/voicebot/")]
    [InlineData("VOICEBOT_PAGE_URL", "https://name:word@reports.example.com", "https://reports.example.com/voicebot/")]
    [InlineData("VOICEBOT_ALLOWED_ORIGINS", "reports.example.com", "https://reports.example.com")]
    [InlineData("VOICEBOT_ALLOWED_ORIGINS", "*", "https://reports.example.com")]
    [InlineData("VOICEBOT_ALLOWED_ORIGINS", "https://reports.example.com/page", "https://reports.example.com")]
    [InlineData("VOICEBOT_ALLOWED_ORIGINS", "https://a.example, file:///tmp", "https://reports.example.com")]
    public void Read_WrongValue_IsNamedWithWhatItShouldBe(string name, string value, string should)
    {
        var wrong = Assert.Throws<InvalidConfigurationException>(() => Read((name, value)));

        Assert.Contains($"{name} is '{value}'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(should, wrong.Message, StringComparison.Ordinal);
    }

    /// <summary>App Service leaves it standing where it cannot follow it; as an access key it would be good, and known to all.</summary>
    [Theory]
    [InlineData("VOICEBOT_ACCESS_KEY")]
    [InlineData("ELEVENLABS_API_KEY")]
    public void Read_ReferenceToKeyVaultThatWasNotFollowed_IsRefused(string name)
    {
        var wrong = Assert.Throws<InvalidConfigurationException>(() =>
            Read((name, "@Microsoft.KeyVault(SecretUri=https://example.vault.azure.net/secrets/access-key)")));

        Assert.Contains($"{name} refers to a secret in Key Vault", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"some-folder\"")]
    [InlineData("'some-folder'")]
    [InlineData(" \" some-folder \" ")]
    [InlineData("“some-folder”")]
    public void Read_ValueInQuotes_IsTakenWithoutThem(string written)
    {
        var options = Read([
            .. new[] { "VOICEBOT_DATA", "ELEVENLABS_API_KEY", "ELEVENLABS_WEBHOOK_SECRET" }.Select(name => (name, written))]);
        Assert.Equal((Path.GetFullPath("some-folder"), "some-folder", "some-folder"),
            (options.DataFolder, options.ApiKey, options.WebhookSecret));
    }

    [Theory]
    [InlineData("VOICEBOT_TIME_ZONE", "Europe/Warsaw")]
    [InlineData("VOICEBOT_SYNC_SCHEDULE", "0 30 1 * * *")]
    [InlineData("VOICEBOT_ARCHIVE_SCHEDULE", "0 0 4 2 * *")]
    [InlineData("ELEVENLABS_BASE_URL", "https://api.eu.residency.elevenlabs.io")]
    [InlineData("VOICEBOT_ALLOWED_ORIGINS", "https://reports.example.com, http://localhost:8080")]
    [InlineData("VOICEBOT_ALLOWED_HOSTS", "voicebot.example.com")]
    [InlineData("VOICEBOT_PAGE_URL", "https://reports.example.com/voicebot")]
    [InlineData("VOICEBOT_JOURNAL", "delete")]
    [InlineData("VOICEBOT_ACCESS_KEY", "an-owners-key-0123456789-abcdefghijkl")]
    [InlineData("VOICEBOT_VIEWER_KEY", "an-owners-key-0123456789-abcdefghijkl")]
    [InlineData("VOICEBOT_MASK_PHONES", "false")]
    [InlineData("VOICEBOT_RETENTION_TEXTS_DAYS", "90")]
    [InlineData("VOICEBOT_COLUMNS_MB", "0")]
    [InlineData("VOICEBOT_RETENTION_PHONES_DAYS", "90")]
    [InlineData("WEBSITE_SITE_NAME", "site")]
    public void Read_AnyVariableInQuotes_IsTheSameAsWithout(string name, string value) =>
        Assert.Equivalent(Read((name, value)), Read((name, $"\"{value}\"")));

    [Fact]
    public void Read_HostInQuotes_IsTheSameAsWithout() =>
        Assert.Equal(System.Net.IPAddress.Any, Read(("VOICEBOT_HOST", "\"0.0.0.0\"")).ListenAddress);

    [Theory]
    [InlineData("~", "")]
    [InlineData("~/voicebot", "voicebot")]
    [InlineData("'~/voice bot'", "voice bot")]
    public void Read_Tilde_IsHome(string written, string inside) =>
        Assert.Equal(Path.GetFullPath(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), inside)),
            Path.GetFullPath(Read(("VOICEBOT_DATA", written)).DataFolder));

    [Theory]
    [InlineData("\"/data")]
    [InlineData("/data\"")]
    [InlineData("'/data")]
    [InlineData("/da\0ta")]
    [InlineData("/data\n/x")]
    [InlineData("~jan/data")]
    [InlineData("$HOME/data")]
    [InlineData("${HOME}/data")]
    [InlineData("%USERPROFILE%\\data")]
    public void Read_NoFolder_IsNamedWithWhatItShouldBe(string written)
    {
        var wrong = Assert.Throws<InvalidConfigurationException>(() => Read(("VOICEBOT_DATA", written)));
        Assert.Contains("VOICEBOT_DATA is '", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("should be the path of a folder", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong.Message, char.IsControl);
    }

    [Fact]
    public void Read_FolderThatIsAFile_IsRefused()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Throws<InvalidConfigurationException>(() => Read(("VOICEBOT_DATA", file)));
            Assert.Throws<InvalidConfigurationException>(() => Read(("VOICEBOT_DATA", Path.Combine(file, "data"))));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("ELEVENLABS_API_KEY", "sk_abc\ndef")]
    [InlineData("ELEVENLABS_API_KEY", "sk_abc\r\ndef")]
    [InlineData("ELEVENLABS_API_KEY", "sk_abc def")]
    [InlineData("ELEVENLABS_API_KEY", "sk_abc\tdef")]
    [InlineData("ELEVENLABS_API_KEY", "sk_abc\0def")]
    [InlineData("ELEVENLABS_API_KEY", "\"sk_abcdef")]
    [InlineData("ELEVENLABS_API_KEY", "sk_abc\u200Bdef")]
    [InlineData("ELEVENLABS_WEBHOOK_SECRET", "wsec_abc\ndef")]
    public void Read_SecretThatIsNone_IsNamedAndNotShown(string name, string value)
    {
        var wrong = Assert.Throws<InvalidConfigurationException>(() => Read((name, value)));
        Assert.Contains($"{name} should be copied as ElevenLabs shows it", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SecretWithALineBreakAtItsEnd_IsTakenWithoutIt() =>
        Assert.Equal("sk_abc", Read(("ELEVENLABS_API_KEY", "sk_abc\r\n")).ApiKey);

    [Fact]
    public void Read_SeveralWrong_NamesThemAll()
    {
        var wrong = Assert.Throws<InvalidConfigurationException>(() =>
            Read(("VOICEBOT_TIME_ZONE", "x"), ("VOICEBOT_SYNC_SCHEDULE", "y"), ("ELEVENLABS_BASE_URL", "z")));

        Assert.All(["VOICEBOT_TIME_ZONE", "VOICEBOT_SYNC_SCHEDULE", "ELEVENLABS_BASE_URL"], name =>
            Assert.Contains(name, wrong.Message, StringComparison.Ordinal));
    }

    private static VoicebotOptions Read(params (string Name, string Value)[] values) =>
        VoicebotOptions.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))).Build());
}
