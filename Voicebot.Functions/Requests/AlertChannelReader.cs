using System.Globalization;
using System.Text.Json;
using Voicebot.Core.Alerts;

namespace Voicebot.Functions.Requests;

/// <summary>Reads a channel of alerts.</summary>
internal static class AlertChannelReader
{
    public const int MaxUrlLength = 2000;
    public const int MaxSecretLength = 500;
    public static IReadOnlyList<string> Securities { get; } = ["tls", "starttls", "none"];
    public static IReadOnlyList<string> Languages { get; } = ["pl", "en"];

    private const int TlsPort = 465;
    private const int MaxTextLength = 200;

    private static readonly string[] OfMail = ["host", "port", "security", "user", "from", "to"];

    /// <param name="known">The one in whose place it comes; null for a new one.</param>
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static AlertChannel Read(BodyReader body, AlertChannel? known, ChannelAddress addresses)
    {
        var name = KeptName.Read(body, AlertChannel.MaxNameLength);
        var kind = AlertRuleReader.Word(body, "kind", ChannelKind.All);
        var language = AlertRuleReader.Word(body, "language", Languages);
        var isMail = kind == ChannelKind.Email;
        foreach (var field in isMail ? ["url"] : OfMail)
            if (body.Member(field) is not null)
                body.Refuse(field, isMail ? "belongs to a channel that posts" : "belongs to email");
        var settings = isMail ? Mail(body) : new ChannelSettings();
        var secret = Secret(body, kind, settings, known, addresses);
        var isPrivate = body.Flag("private") ?? false;
        var mostPerHour = body.Whole("most_per_hour", 1, 1000) ?? AlertChannel.DefaultPerHour;
        var (from, to) = (Minute(body, "quiet_from"), Minute(body, "quiet_to"));
        if (from is null != to is null && !body.HasError("quiet_from") && !body.HasError("quiet_to"))
            body.Refuse(from is null ? "quiet_from" : "quiet_to", "is required beside the other one");
        var enabled = body.Flag("enabled") ?? true;
        body.Finish();
        return new AlertChannel
        {
            Id = known?.Id ?? 0,
            Name = name,
            Kind = kind!,
            Language = language!,
            Settings = settings,
            Secret = secret,
            Private = isPrivate,
            MostPerHour = mostPerHour,
            QuietFrom = from,
            QuietTo = to,
            Enabled = enabled,
        };
    }

    private static ChannelSettings Mail(BodyReader body)
    {
        string? Text(string name)
        {
            var text = body.Text(name, MaxTextLength);
            if (text?.Any(char.IsControl) == true)
                body.Refuse(name, "must not hold control characters");
            return text;
        }
        var host = Text("host");
        if (host is null ? !body.HasError("host") : Uri.CheckHostName(host) == UriHostNameType.Unknown)
            body.Refuse("host", "must be the name of a mail server, such as smtp.example.com");
        var from = Text("from");
        if (MailSending.Address(from) is null && !body.HasError("from"))
            body.Refuse("from", "must be a mail address");
        return new ChannelSettings
        {
            Host = host,
            Port = body.Whole("port", 1, 65_535) ?? TlsPort,
            Security = body.OneOf("security", Securities, AlertRuleReader.MaxWordLength) ?? Securities[0],
            User = Text("user"),
            From = from,
            To = Recipients(body),
        };
    }

    private static List<string> Recipients(BodyReader body)
    {
        var given = body.Member("to") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() <= ChannelSettings.MostRecipients
            ? list.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()!.Trim() : "").ToList()
            : [];
        if (given.Count > 0 && given.TrueForAll(address => address.Length <= MaxTextLength && MailSending.Address(address) is not null))
            return [.. given.Distinct(StringComparer.OrdinalIgnoreCase)];
        body.Refuse("to", $"must be a list of 1 to {ChannelSettings.MostRecipients} mail addresses");
        return [];
    }

    /// <summary>What is not given stays, unless it would be told to another server.</summary>
    private static ChannelSecret Secret(BodyReader body, string? kind, ChannelSettings settings, AlertChannel? known,
        ChannelAddress addresses)
    {
        var kept = known?.Kind == kind ? known?.Secret : null;
        if (kind == ChannelKind.Email)
        {
            var isSame = known?.Settings.Host == settings.Host && known?.Settings.Port == settings.Port;
            var password = body.Text("secret", MaxSecretLength) ?? (isSame ? kept?.Key : null);
            if (settings.User is not null && password is null && !body.HasError("secret"))
                body.Refuse("secret", "is required: the password of this user on this server");
            return new ChannelSecret { Key = password };
        }
        var url = body.Text("url", MaxUrlLength);
        if (url is not null && !addresses.Accepts(url))
            body.Refuse("url", "must be an https address that lies on the public internet, without a user in it");
        if (url is null && kept?.Url is null && !body.HasError("url"))
            body.Refuse("url", "is required");
        if (body.Member("secret") is not null && kind is not ChannelKind.Webhook)
            body.Refuse("secret", "belongs to webhook and email");
        return new ChannelSecret
        {
            Url = url ?? kept?.Url,
            Key = kind == ChannelKind.Webhook ? body.Text("secret", MaxSecretLength) ?? (url is null ? kept?.Key : null) : null,
        };
    }

    private static int? Minute(BodyReader body, string name)
    {
        if (body.Text(name, 5) is not { } text)
            return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time.Hour * 60 + time.Minute;
        body.Refuse(name, "must be a time such as 22:00");
        return null;
    }
}
