using System.Text;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Agents;
using Voicebot.Core.Figures;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Settings;

public sealed class VoicebotSettingsTests : IDisposable
{
    private const string Key = "sk_0123456789abcdef0123456789abcdef";

    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Current_NothingStored_IsTheDefault()
    {
        var current = test.Settings.Current;

        Assert.Null(current.ApiKey);
        Assert.Null(current.Connection);
        Assert.Null(current.MaskedApiKey);
        Assert.Equal(new Uri("https://api.elevenlabs.io"), current.BaseUrl);
        Assert.Equal("UTC", current.Zone.Id);
        Assert.Empty(current.Agents);
        Assert.Equal((SettingSource.None, SettingSource.Default, SettingSource.Default),
            (current.ApiKeySource, current.BaseUrlSource, current.ZoneSource));
    }

    [Fact]
    public void Save_Everything_IsInForceAtOnce()
    {
        test.Settings.Save(new SettingsChange
        {
            ApiKey = Key,
            BaseUrl = new Uri("https://api.us.elevenlabs.io/"),
            Zone = ReportingZone.Find("Europe/Warsaw"),
            Agents = [new Agent("agent_two", "Two"), new Agent("agent_one", null)],
        });

        var current = test.Settings.Current;
        Assert.Equal(Key, current.ApiKey);
        Assert.Equal(new Uri("https://api.us.elevenlabs.io"), current.BaseUrl);
        Assert.Equal("Europe/Warsaw", current.Zone.Id);
        Assert.Equal([new Agent("agent_two", "Two"), new Agent("agent_one", null)], current.Agents);
        Assert.Equal((SettingSource.Stored, SettingSource.Stored, SettingSource.Stored),
            (current.ApiKeySource, current.BaseUrlSource, current.ZoneSource));
    }

    [Fact]
    public void Save_Nothing_KeepsWhatIsStored()
    {
        test.Settings.Save(new SettingsChange
        {
            ApiKey = Key,
            Zone = ReportingZone.Find("Europe/Warsaw"),
            Agents = [new Agent("agent_one", "One")]
        });
        var before = test.Settings.Current;

        test.Settings.Save(new SettingsChange());

        Assert.Equivalent(before, test.Settings.Current);
    }

    [Fact]
    public void Save_AgentWithoutName_KeepsTheNameKnownBefore()
    {
        test.Settings.Save(new SettingsChange { Agents = [new Agent("agent_one", "One"), new Agent("agent_two", "Two")] });
        test.Settings.Save(new SettingsChange { Agents = [new Agent("agent_two", null), new Agent("agent_one", "New")] });

        Assert.Equal([new Agent("agent_two", "Two"), new Agent("agent_one", "New")], test.Settings.Current.Agents);
    }

    [Fact]
    public void Save_Secrets_AreNowhereInTheFilesOfTheDatabase()
    {
        const string webhookSecret = "wsec_0123456789abcdef";
        test.Settings.Save(new SettingsChange { ApiKey = Key, WebhookSecret = webhookSecret });
        Assert.Equal((Key, webhookSecret), (test.Settings.Current.ApiKey, test.Settings.Current.WebhookSecret));

        var files = Directory.GetFiles(test.Folder, "voicebot.db*");

        Assert.NotEmpty(files);
        Assert.All(files, file =>
            Assert.All([Key, webhookSecret], secret => Assert.Equal(-1, Bytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)))));
    }

    [Fact]
    public void Current_KeyRingLost_IsNotSet()
    {
        test.Settings.Save(new SettingsChange { ApiKey = Key });
        var restarted = new VoicebotSettings(test.Database, test.Options, new EphemeralDataProtectionProvider(),
            NullLogger<VoicebotSettings>.Instance);

        Assert.Null(restarted.Current.ApiKey);
        Assert.Equal(SettingSource.None, restarted.Current.ApiKeySource);

        restarted.Save(new SettingsChange { ApiKey = "sk_entered_again" });
        Assert.Equal("sk_entered_again", restarted.Current.ApiKey);
    }

    [Fact]
    public void Current_Environment_WinsOverWhatIsStored()
    {
        using var other = new TestDatabase(options => options with
        {
            ApiKey = "sk_of_the_environment",
            BaseUrl = new Uri("https://api.in.residency.elevenlabs.io"),
            TimeZone = ReportingZone.Find("Asia/Kolkata"),
        });
        other.Settings.Save(
            new SettingsChange
            {
                ApiKey = Key,
                BaseUrl = new Uri("https://api.us.elevenlabs.io"),
                Zone = ReportingZone.Find("Europe/Warsaw")
            });

        var current = other.Settings.Current;

        Assert.Equal("sk_of_the_environment", current.ApiKey);
        Assert.Equal(new Uri("https://api.in.residency.elevenlabs.io"), current.BaseUrl);
        Assert.Equal("Asia/Kolkata", current.Zone.Id);
        Assert.Equal((SettingSource.Environment, SettingSource.Environment, SettingSource.Environment),
            (current.ApiKeySource, current.BaseUrlSource, current.ZoneSource));
    }

    [Fact]
    public void Current_StoredValuesThatAreNoLongerAccepted_FallBackToTheDefault()
    {
        test.Database.Write(connection =>
            connection.Execute("INSERT INTO settings (name, value) VALUES ('base_url', 'https://evil.example'), ('time_zone', "
            + "'Nowhere/Atlantis'), ('api_key_protected', 'garbage')"));

        var current = test.Settings.Current;

        Assert.Equal(new Uri("https://api.elevenlabs.io"), current.BaseUrl);
        Assert.Equal("UTC", current.Zone.Id);
        Assert.Null(current.ApiKey);
    }

    [Fact]
    public void Save_Zone_MovesEveryConversationToItsLocalDay()
    {
        var lateEvening = new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        test.Store(A.Conversation("late") with { StartTime = lateEvening });

        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find("Europe/Warsaw") });

        Assert.Equal(["2026-12"], test.Conversations.Months([]).Select(month => month.ToString()));
    }

    [Fact]
    public void ApplyZone_EnvironmentNamesAnotherZone_MovesTheDaysOnce()
    {
        var lateEvening = new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        test.Settings.ApplyZone();
        test.Store(A.Conversation("late") with { StartTime = lateEvening });
        var restarted = new VoicebotSettings(test.Database, test.Options with { TimeZone = ReportingZone.Find("Europe/Warsaw") },
            test.Protection, NullLogger<VoicebotSettings>.Instance);

        restarted.ApplyZone();

        Assert.Equal(["2026-12"], test.Conversations.Months([]).Select(month => month.ToString()));
    }

    /// <summary>
    /// A zone of another version, or a typing error in a file that was brought in: no conversation moves until a person chooses.
    /// </summary>
    [Fact]
    public void ApplyZone_StoredZoneThatIsNotKnown_LeavesTheDaysAsTheyWereCounted()
    {
        var lateEvening = new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find("Europe/Warsaw") });
        test.Store(A.Conversation("late") with { StartTime = lateEvening });
        StoreZone("Europe/Atlantis");

        test.Settings.ApplyZone();
        test.Settings.Save(new SettingsChange { MaskPhones = false });
        test.Store(A.Conversation("later") with { StartTime = lateEvening + 60 });

        Assert.Equal("Europe/Warsaw", test.Settings.Current.Zone.Id);
        Assert.Equal(["2026-12"], test.Conversations.Months([]).Select(month => month.ToString()));
        Assert.Equal(0, test.Database.Read(Recount.Differences));

        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Utc });
        Assert.Equal(["2026-11"], test.Conversations.Months([]).Select(month => month.ToString()));
    }

    /// <summary>
    /// The version before counted in a zone that this one does not know: what it counted stays, the nightly check included.
    /// </summary>
    [Fact]
    public void ApplyZone_CountedInAZoneThatIsNotKnown_LeavesTheDaysAsTheyWereCounted()
    {
        var lateEvening = new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find("Europe/Warsaw") });
        test.Store(A.Conversation("late") with { StartTime = lateEvening });
        StoreZone("Europe/Atlantis");
        test.Database.Write(connection => connection.Execute("UPDATE derived_state SET zone = 'Europe/Atlantis'"));

        test.Settings.ApplyZone();
        Assert.Equal(0, new AggregateCheck(test.Database, TimeProvider.System, NullLogger<AggregateCheck>.Instance).Run());

        Assert.Equal(["2026-12"], test.Conversations.Months([]).Select(month => month.ToString()));
    }

    /// <summary>
    /// The version before did not know old names and counted in UTC; now they are known, and the days are those that were asked for.
    /// </summary>
    [Fact]
    public void ApplyZone_StoredOldName_IsKnownAndCounted()
    {
        test.Settings.ApplyZone();
        test.Store(A.Conversation("late") with
        {
            StartTime = new DateTimeOffset(2026, 11, 30, 20, 0, 0, TimeSpan.Zero)
            .ToUnixTimeSeconds()
        });
        StoreZone("Asia/Calcutta");

        test.Settings.ApplyZone();

        Assert.Equal("Asia/Calcutta", test.Settings.Current.Zone.Id);
        Assert.Equal(["2026-12"], test.Conversations.Months([]).Select(month => month.ToString()));
    }

    private void StoreZone(string id) => test.Database.Write(connection =>
        connection.Execute("INSERT INTO settings (name, value) VALUES ('time_zone', @id) ON CONFLICT (name) DO UPDATE SET value = "
            + "excluded.value", new { id }));

    /// <summary>The file as it is while the database has it open.</summary>
    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
