using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Tests.Support;

/// <summary>How a server under test differs from one that a user starts.</summary>
public sealed record VoicebotServerSetup
{
    /// <summary>Without one, the vendor cannot be reached.</summary>
    public VendorSimulator? Vendor { get; init; }
    /// <summary>The key in the environment; null leaves it to the settings.</summary>
    public string? ApiKey { get; init; } = VendorSimulator.Key;
    /// <summary>The zone in the environment.</summary>
    public string? TimeZone { get; init; }
    /// <summary>Configured before the first test line; none leaves the product unconfigured.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [ConversationBuilder.DefaultAgent];
    public TimeProvider Clock { get; init; } = DatedClock.At("2026-11-10T12:00:00Z");
    /// <summary>A folder that outlives the server; null makes one that is deleted with it.</summary>
    public string? DataFolder { get; init; }
    public bool Demo { get; init; }
    public string? AllowedOrigins { get; init; }
    /// <summary>A key of at least 32 signs; the server's own client then sends it.</summary>
    public string? AccessKey { get; init; }
    public string? ViewerKey { get; init; }
    /// <summary>Further variables.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();
    public ElevenLabsOptions Patience { get; init; } =
        new() { FirstPause = TimeSpan.FromMilliseconds(1), LongestPause = TimeSpan.FromMilliseconds(5), Retries = 3 };
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>The database is chosen by the test, or by its surroundings.</summary>
    internal bool NamesDatabase => PostgresServer.IsForAll || More.ContainsKey("VOICEBOT_DATABASE") || More.ContainsKey("VOICEBOT_DATA");

    /// <summary>Every variable is named, so that the environment of the machine plays no part.</summary>
    internal IEnumerable<KeyValuePair<string, string?>> Settings(string dataFolder)
    {
        var settings = Known(dataFolder);
        foreach (var (name, value) in More)
            settings[name] = value;
        return settings;
    }

    /// <summary>Where others can reach the program, its vendor must not be on this computer.</summary>
    private bool MayNameThisComputer =>
        !More.Any(variable =>
        variable.Value is not null
        && (variable.Key == "VOICEBOT_HOST" || variable.Key.StartsWith("WEBSITE_", StringComparison.Ordinal)
        || variable.Key == "LEGION_SERVICE_HOST"));

    private Dictionary<string, string?> Known(string dataFolder) => new()
    {
        ["VOICEBOT_DATA"] = dataFolder,
        ["VOICEBOT_DATABASE"] = PostgresServer.DefaultFor(dataFolder),
        ["VOICEBOT_FILES"] = null,
        ["VOICEBOT_JOURNAL"] = null,
        ["ELEVENLABS_API_KEY"] = ApiKey,
        ["ELEVENLABS_BASE_URL"] = Vendor?.Url.ToString() ?? (MayNameThisComputer ? "http://127.0.0.1:9/" : null),
        ["VOICEBOT_TIME_ZONE"] = TimeZone,
        ["VOICEBOT_SYNC_SCHEDULE"] = null,
        ["VOICEBOT_ARCHIVE_SCHEDULE"] = null,
        ["VOICEBOT_ALLOWED_ORIGINS"] = AllowedOrigins,
        ["VOICEBOT_HOST"] = null,
        ["VOICEBOT_ALLOWED_HOSTS"] = null,
        ["VOICEBOT_ACCESS_KEY"] = AccessKey,
        ["VOICEBOT_VIEWER_KEY"] = ViewerKey,
        ["VOICEBOT_MASK_PHONES"] = null,
        ["VOICEBOT_RETENTION_TEXTS_DAYS"] = null,
        ["VOICEBOT_RETENTION_PHONES_DAYS"] = null,
        ["VOICEBOT_COLUMNS_MB"] = null,
        ["VOICEBOT_ALERT_TARGETS"] = null,
    };
}
