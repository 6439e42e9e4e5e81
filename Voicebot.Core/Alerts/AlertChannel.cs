namespace Voicebot.Core.Alerts;

/// <summary>Where alerts are sent.</summary>
public sealed record AlertChannel
{
    public const int MostChannels = 20;
    public const int MaxNameLength = 60;
    public const int DefaultPerHour = 20;

    public long Id { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required ChannelSettings Settings { get; init; }
    public required ChannelSecret Secret { get; init; }
    /// <summary>pl or en.</summary>
    public required string Language { get; init; }
    /// <summary>Messages may hold numbers and titles of conversations, not links alone.</summary>
    public bool Private { get; init; }
    /// <summary>More wait.</summary>
    public int MostPerHour { get; init; } = DefaultPerHour;
    /// <summary>
    /// Minutes of the local day, from inclusive to exclusive, over midnight where it ends before it begins; null for none.
    /// </summary>
    public int? QuietFrom { get; init; }
    public int? QuietTo { get; init; }
    public bool Enabled { get; init; } = true;
    public long ChangedAt { get; init; }

    /// <summary>Without the members: an address may hold a token.</summary>
    public override string ToString() => $"{nameof(AlertChannel)} {Id}";
}

/// <summary>Ways to send, as written in the API.</summary>
public static class ChannelKind
{
    /// <summary>By a mail server (SMTP).</summary>
    public const string Email = "email";
    /// <summary>A workflow of Microsoft Teams that takes webhook requests.</summary>
    public const string Teams = "teams";
    /// <summary>An incoming webhook of Slack.</summary>
    public const string Slack = "slack";
    /// <summary>JSON for a program, signed where a secret is set.</summary>
    public const string Webhook = "webhook";

    public static IReadOnlyList<string> All { get; } = [Email, Teams, Slack, Webhook];
}

/// <summary>What everybody may see who sees the channel.</summary>
public sealed record ChannelSettings
{
    public const int MostRecipients = 20;

    /// <summary>The mail server's name and port.</summary>
    public string? Host { get; init; }
    public int? Port { get; init; }
    /// <summary>tls (from the start), starttls, or none.</summary>
    public string? Security { get; init; }
    public string? User { get; init; }
    /// <summary>The address that mail comes from.</summary>
    public string? From { get; init; }
    public IReadOnlyList<string>? To { get; init; }
}

/// <summary>What nobody gets to see again.</summary>
public sealed record ChannelSecret
{
    /// <summary>Where to post; it often holds a token.</summary>
    public string? Url { get; init; }
    /// <summary>The mail server's password, or the secret that signs.</summary>
    public string? Key { get; init; }

    /// <summary>Without the members: it would get into a log.</summary>
    public override string ToString() => nameof(ChannelSecret);
}
