using Microsoft.Extensions.Configuration;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Scheduling;

namespace Voicebot.Core.Settings;

/// <summary>What the environment (or local.settings.json) decides. Blank values count as absent.</summary>
public sealed record VoicebotOptions
{
    public const string DefaultSyncSchedule = "0 0 2 * * *";
    public const string DefaultArchiveSchedule = "0 0 3 1-5 * *";

    /// <summary>VOICEBOT_DATA: folder of the database, the keys and the archives. Default <c>data</c> in the working folder.</summary>
    public required string DataFolder { get; init; }
    /// <summary>ELEVENLABS_API_KEY: wins over the stored key.</summary>
    public string? ApiKey { get; init; }
    /// <summary>ELEVENLABS_WEBHOOK_SECRET: wins over the stored secret of post-call webhooks.</summary>
    public string? WebhookSecret { get; init; }
    /// <summary>ELEVENLABS_BASE_URL: wins over the stored one.</summary>
    public Uri? BaseUrl { get; init; }
    /// <summary>VOICEBOT_TIME_ZONE: IANA name; wins over the stored one.</summary>
    public ReportingZone? TimeZone { get; init; }
    /// <summary>VOICEBOT_SYNC_SCHEDULE: NCRONTAB with seconds, UTC.</summary>
    public required Schedule SyncSchedule { get; init; }
    /// <summary>VOICEBOT_ARCHIVE_SCHEDULE: NCRONTAB with seconds, UTC.</summary>
    public required Schedule ArchiveSchedule { get; init; }
    /// <summary>VOICEBOT_ALLOWED_ORIGINS: other sites that may call the API, separated by commas.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];
    /// <summary>Runs against the built-in simulation.</summary>
    public bool Demo { get; init; }

    /// <summary>Without the members: secrets must not get into a log by mistake.</summary>
    public override string ToString() => nameof(VoicebotOptions);

    public string DatabasePath => Path.Combine(DataFolder, "voicebot.db");
    public string KeyFolder => Path.Combine(DataFolder, "keys");
    public string ArchiveFolder => Path.Combine(DataFolder, "csv_archives");

    /// <exception cref="InvalidConfigurationException">Names every wrong variable and what it should be.</exception>
    public static VoicebotOptions Read(IConfiguration configuration)
    {
        var wrong = new List<string>();

        string? Text(string name) => configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

        T? Checked<T>(string name, Func<string, T?> parse, string should) where T : class
        {
            if (Text(name) is not { } text)
                return null;
            if (parse(text) is { } value)
                return value;
            wrong.Add($"{name} is '{text}', but should be {should}.");
            return null;
        }

        var options = new VoicebotOptions
        {
            DataFolder = Path.GetFullPath(Text("VOICEBOT_DATA") ?? "data"),
            ApiKey = Text("ELEVENLABS_API_KEY"),
            WebhookSecret = Text("ELEVENLABS_WEBHOOK_SECRET"),
            BaseUrl = Checked("ELEVENLABS_BASE_URL", ElevenLabsHosts.Accept, $"one of {string.Join(", ", ElevenLabsHosts.Known)}"),
            TimeZone = Checked("VOICEBOT_TIME_ZONE", ReportingZone.Find, "an IANA time zone such as Europe/Warsaw"),
            SyncSchedule = Checked("VOICEBOT_SYNC_SCHEDULE", Schedule.Parse, $"an NCRONTAB expression with six fields such as '{DefaultSyncSchedule}'") ?? Schedule.Parse(DefaultSyncSchedule)!,
            ArchiveSchedule = Checked("VOICEBOT_ARCHIVE_SCHEDULE", Schedule.Parse, $"an NCRONTAB expression with six fields such as '{DefaultArchiveSchedule}'") ?? Schedule.Parse(DefaultArchiveSchedule)!,
            AllowedOrigins = Checked("VOICEBOT_ALLOWED_ORIGINS", Origins, "origins such as https://reports.example.com, separated by commas") ?? [],
        };
        return wrong.Count == 0 ? options : throw new InvalidConfigurationException(wrong);
    }

    private static string[]? Origins(string text)
    {
        var origins = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return origins.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.GetLeftPart(UriPartial.Authority) == origin.TrimEnd('/'))
            ? [.. origins.Select(origin => origin.TrimEnd('/'))]
            : null;
    }
}

/// <summary>The environment holds values that cannot be used; the message lists them all.</summary>
public sealed class InvalidConfigurationException(IReadOnlyList<string> wrong)
    : Exception("The configuration cannot be used. " + string.Join(" ", wrong) + " Correct the environment or local.settings.json and start again.");
