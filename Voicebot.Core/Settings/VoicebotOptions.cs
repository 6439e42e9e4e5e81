using System.Net;
using Microsoft.Extensions.Configuration;
using Voicebot.Core.Columns;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Files;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Time;

namespace Voicebot.Core.Settings;

/// <summary>
/// What the environment (or local.settings.json) decides. Blank values count as absent, and one pair of quotes around a value is none of
/// it.
/// </summary>
public sealed record VoicebotOptions
{
    /// <summary>
    /// VOICEBOT_DATA: folder of the database, the keys and, without VOICEBOT_FILES, the archives; <c>~</c> is home. Default <c>data</c> in
    /// the working folder.
    /// </summary>
    public required string DataFolder { get; init; }
    /// <summary>VOICEBOT_JOURNAL: wal, truncate or delete; the last two for a data folder on a network share.</summary>
    public JournalMode Journal { get; init; }
    /// <summary>
    /// VOICEBOT_DATABASE: the address of a PostgreSQL server that keeps the database, with its secrets; null for the embedded one.
    /// </summary>
    public string? DatabaseServer { get; init; }
    /// <summary>VOICEBOT_FILES as a folder of archives, recordings and backups; null when it names a container, or nothing.</summary>
    public string? FilesFolder { get; init; }
    /// <summary>VOICEBOT_FILES as a blob container.</summary>
    public ContainerAddress? FilesContainer { get; init; }
    /// <summary>ELEVENLABS_API_KEY: wins over the stored key.</summary>
    public string? ApiKey { get; init; }
    /// <summary>ELEVENLABS_WEBHOOK_SECRET: wins over the stored secret of post-call webhooks.</summary>
    public string? WebhookSecret { get; init; }
    /// <summary>ELEVENLABS_BASE_URL: wins over the stored one.</summary>
    public Uri? BaseUrl { get; init; }
    /// <summary>VOICEBOT_TIME_ZONE: IANA name; wins over the stored one.</summary>
    public ReportingZone? TimeZone { get; init; }
    /// <summary>VOICEBOT_SYNC_SCHEDULE, VOICEBOT_ARCHIVE_SCHEDULE: NCRONTAB with seconds, UTC.</summary>
    public JobSchedules Schedules { get; init; } = JobSchedules.Default;
    /// <summary>VOICEBOT_ALLOWED_ORIGINS: other sites that may call the API, separated by commas.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];
    /// <summary>VOICEBOT_HOST: the address that the local host listens on. Default loopback.</summary>
    public IPAddress ListenAddress { get; init; } = IPAddress.Loopback;
    /// <summary>
    /// VOICEBOT_ALLOWED_HOSTS: names that it answers under besides those of this computer, without port; on Azure also WEBSITE_HOSTNAME.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];
    /// <summary>
    /// VOICEBOT_PAGE_URL: where people open the dashboard, ending with a slash, for the links in files; without it, where the caller of an
    /// export sees it.
    /// </summary>
    public Uri? PageUrl { get; init; }
    /// <summary>VOICEBOT_ACCESS_KEY: signs the owner in.</summary>
    public string? AccessKey { get; init; }
    /// <summary>VOICEBOT_VIEWER_KEY: signs in people who may look, but not change, reveal or export.</summary>
    public string? ViewerKey { get; init; }
    /// <summary>Runs on Azure, in whichever plan.</summary>
    public bool OnAzure { get; init; }
    /// <summary>
    /// App Service Authentication is on (WEBSITE_AUTH_ENABLED): the platform takes its headers out of foreign requests and sets them
    /// itself.
    /// </summary>
    public bool PlatformSignIn { get; init; }
    /// <summary>VOICEBOT_MASK_PHONES: wins over the stored setting.</summary>
    public bool? MaskPhones { get; init; }
    /// <summary>VOICEBOT_COLUMNS_MB: memory for columns that answer every filter at once; 0 for none.</summary>
    public ColumnLimit Columns { get; init; } = ColumnLimit.Default;
    /// <summary>VOICEBOT_RETENTION_TEXTS_DAYS: wins over the stored setting; after so many days texts are forgotten.</summary>
    public int? RetentionTextsDays { get; init; }
    /// <summary>
    /// VOICEBOT_RETENTION_PHONES_DAYS: wins over the stored setting; after so many days telephone numbers are forgotten.
    /// </summary>
    public int? RetentionPhonesDays { get; init; }
    /// <summary>
    /// VOICEBOT_ALERT_TARGETS is anywhere: alerts may also be sent to servers within the network, and without encryption. Default public.
    /// </summary>
    public bool AlertsAnywhere { get; init; }
    /// <summary>Runs against the built-in simulation.</summary>
    public bool Demo { get; init; }

    /// <summary>Without the members: secrets must not get into a log by mistake.</summary>
    public override string ToString() => nameof(VoicebotOptions);

    /// <summary>Others than this computer's users can reach it, so that a sign-in is needed.</summary>
    public bool IsExposed => OnAzure || !IPAddress.IsLoopback(ListenAddress);

    public string DatabasePath => Path.Combine(DataFolder, "voicebot.db");
    /// <summary>The database that the environment names, not yet migrated.</summary>
    public Database OpenDatabase() =>
        DatabaseServer is { } server ? Database.OnServer(server, DatabasePath) : new Database(DatabasePath, Journal);

    public string KeyFolder => Path.Combine(DataFolder, StoredKeys.Folder);
    /// <summary>Where archives, recordings and backups lie.</summary>
    public StoredFiles OpenFiles(TimeProvider clock) => FilesContainer is { } container
        ? StoredFiles.InContainer(container, clock)
        : StoredFiles.InFolder(FilesFolder ?? DataFolder, isShared: FilesFolder is not null, clock);

    /// <summary>
    /// A simulated vendor on this computer is for tests; who reaches the program from elsewhere would reach other services through it.
    /// </summary>
    /// <exception cref="InvalidConfigurationException">ELEVENLABS_BASE_URL names this computer, and others can reach the
    /// program.</exception>
    public void RefuseLoopbackVendor()
    {
        if (IsExposed && BaseUrl is { IsLoopback: true })
            throw new InvalidConfigurationException(
                [$"ELEVENLABS_BASE_URL is '{BaseUrl}', an address of this computer, which serves tests only and must not be used where "
                + $"others can reach the program. Take it out, or name one of {string.Join(", ", ElevenLabsHosts.Known)}."]);
    }

    /// <exception cref="InvalidConfigurationException">Names every wrong variable and what it should be.</exception>
    public static VoicebotOptions Read(IConfiguration configuration)
    {
        var wrong = new List<string>();

        string? Text(string name) => WrittenValue.Of(configuration[name]);

        T? Checked<T>(string name, Func<string, T?> parse, string should) where T : class
        {
            if (Text(name) is not { } text)
                return null;
            if (parse(text) is { } value)
                return value;
            wrong.Add($"{name} is '{WrittenValue.Shown(text)}', but should be {should}.");
            return null;
        }

        T? Parsed<T>(string name, Func<string, T?> parse, string should) where T : struct =>
            Checked(name, text => parse(text) is { } value ? (object)value : null, should) is T value ? value : null;

        string? Key(string name)
        {
            if (Text(name) is not { } key || AccessKeyRule.IsGood(key))
                return Text(name);
            wrong.Add($"{name} {AccessKeyRule.Rule}."); // the value itself must not be shown
            return null;
        }

        string? Secret(string name)
        {
            if (Text(name) is not { } secret || SecretRule.IsGood(secret))
                return Text(name);
            wrong.Add($"{name} {SecretRule.Rule}."); // nor must this one
            return null;
        }

        string? Server(string name)
        {
            if (Text(name) is not { } address || ServerAddress.Accept(address) is not null)
                return Text(name);
            wrong.Add($"{name} should be {ServerAddress.Rule}."); // it may hold a password
            return null;
        }

        ContainerAddress? Container(string name)
        {
            if (Text(name) is not { } text || !ContainerAddress.IsMeant(text))
                return null;
            if (ContainerAddress.Accept(text) is { } address)
                return address;
            wrong.Add($"{name} should be {ContainerAddress.Rule}."); // it may hold a key
            return null;
        }

        // App Service leaves the reference standing where it cannot follow it; as an access key, everybody could guess it.
        foreach (var (name, _) in configuration.AsEnumerable().Where(setting => IsUnresolved(setting.Value)))
            wrong.Add($"{name} refers to a secret in Key Vault that Azure could not read. Check that the secret is there and that the "
                + "app's identity has the role Key Vault Secrets User, and start the app again.");
        var azure = OnAzureNow(Text);
        var options = new VoicebotOptions
        {
            DataFolder = Checked("VOICEBOT_DATA", FolderPath.Find, FolderPath.Rule) ?? Path.GetFullPath("data"),
            Journal = Parsed<JournalMode>("VOICEBOT_JOURNAL", text => text.ToLowerInvariant() switch
            {
                "wal" => JournalMode.Wal,
                "truncate" => JournalMode.Truncate,
                "delete" => JournalMode.Delete,
                _ => null,
            }, "wal, or on a network share truncate or delete") ?? JournalMode.Wal,
            DatabaseServer = Server("VOICEBOT_DATABASE"),
            FilesFolder = Text("VOICEBOT_FILES") is { } files && ContainerAddress.IsMeant(files) ? null
                : Checked("VOICEBOT_FILES", FolderPath.Find, FolderPath.Rule),
            FilesContainer = Container("VOICEBOT_FILES"),
            ApiKey = Secret("ELEVENLABS_API_KEY"),
            WebhookSecret = Secret("ELEVENLABS_WEBHOOK_SECRET"),
            BaseUrl = Checked("ELEVENLABS_BASE_URL", ElevenLabsHosts.Accept, $"one of {string.Join(", ", ElevenLabsHosts.Known)}"),
            TimeZone = Checked("VOICEBOT_TIME_ZONE", ReportingZone.Find, "an IANA time zone such as Europe/Warsaw"),
            Schedules = JobSchedules.Read((name, example) =>
                Checked(name, Schedule.Parse, $"an NCRONTAB expression with six fields such as '{example}'")),
            AllowedOrigins = Checked("VOICEBOT_ALLOWED_ORIGINS", Origins,
                "origins such as https://reports.example.com, separated by commas") ?? [],
            ListenAddress = Checked("VOICEBOT_HOST", ListenAddresses.Parse, ListenAddresses.Rule) ?? IPAddress.Loopback,
            AllowedHosts = [.. Checked("VOICEBOT_ALLOWED_HOSTS", HostNames,
                "host names such as voicebot.example.com, without port, separated by commas") ?? [], .. azure
                && Text("WEBSITE_HOSTNAME") is { } site ? [site] : Array.Empty<string>()],
            PageUrl = Checked("VOICEBOT_PAGE_URL", PageAddress,
                "the address of the dashboard such as https://reports.example.com/voicebot/, without a query"),
            AccessKey = Key("VOICEBOT_ACCESS_KEY"),
            ViewerKey = Key("VOICEBOT_VIEWER_KEY"),
            OnAzure = azure,
            PlatformSignIn = azure && string.Equals(Text("WEBSITE_AUTH_ENABLED"), "true", StringComparison.OrdinalIgnoreCase),
            MaskPhones = Parsed<bool>("VOICEBOT_MASK_PHONES", text =>
                text.ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null }, "true or false"),
            Columns = Checked("VOICEBOT_COLUMNS_MB", ColumnLimit.Parse, ColumnLimit.Rule) ?? ColumnLimit.Default,
            AlertsAnywhere = Parsed<bool>("VOICEBOT_ALERT_TARGETS", text =>
                text.ToLowerInvariant() switch { "anywhere" => true, "public" => false, _ => null }, "public or anywhere") ?? false,
            RetentionTextsDays = Parsed("VOICEBOT_RETENTION_TEXTS_DAYS", Retention.Days, Retention.Rule),
            RetentionPhonesDays = Parsed("VOICEBOT_RETENTION_PHONES_DAYS", Retention.Days, Retention.Rule),
        };
        if (options.ViewerKey is not null && options.ViewerKey == options.AccessKey)
            wrong.Add("VOICEBOT_VIEWER_KEY is the same as VOICEBOT_ACCESS_KEY, but should be another one.");
        return wrong.Count == 0 ? options : throw new InvalidConfigurationException(wrong);
    }

    /// <summary>
    /// Every plan of App Service and Functions sets at least one of these; Core Tools set none. (CONTAINER_NAME is no sign: other
    /// containers have it, too.)
    /// </summary>
    private static bool OnAzureNow(Func<string, string?> text) =>
        new[] { "WEBSITE_INSTANCE_ID", "WEBSITE_SITE_NAME", "LEGION_SERVICE_HOST" }.Any(name => text(name) is not null);

    private static bool IsUnresolved(string? value) =>
        WrittenValue.Of(value)?.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase) == true;

    private static string[]? HostNames(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.All(name => Uri.CheckHostName(name) != UriHostNameType.Unknown) ? names : null;
    }

    private static Uri? PageAddress(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
            ? address
            : null;

    private static string[]? Origins(string text)
    {
        var origins = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return origins.All(origin =>
            Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            && uri.GetLeftPart(UriPartial.Authority) == origin.TrimEnd('/'))
            ? [.. origins.Select(origin => origin.TrimEnd('/'))]
            : null;
    }
}

/// <summary>The environment or a file of settings cannot be used; the message lists what is wrong and says what to do.</summary>
public sealed class InvalidConfigurationException : Exception
{
    /// <param name="wrong">A sentence for each wrong value.</param>
    public InvalidConfigurationException(IReadOnlyList<string> wrong)
        : base("The configuration cannot be used. " + string.Join(" ", wrong)
            + " Correct the environment or local.settings.json and start again.")
    {
    }

    /// <param name="path">Of a file that cannot be used as a whole.</param>
    /// <param name="why">Without a full stop.</param>
    public InvalidConfigurationException(string path, string why)
        : base($"{path} cannot be used, because {why}; correct it or take it away, and start again.")
    {
    }
}
