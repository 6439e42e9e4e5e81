using Voicebot.Core.Kpis;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Digests;

/// <summary>A letter that says each week, or month, how it went.</summary>
public sealed record Digest
{
    public const int MostDigests = 20;
    public const int MaxNameLength = 60;
    public const int MostRecipients = 20;
    public const int MaxAddressLength = 200;
    public const int DefaultMinute = 7 * 60;

    public long Id { get; init; }
    public required string Name { get; init; }
    /// <summary>One of <see cref="DigestPeriod.All"/>.</summary>
    public required string Period { get; init; }
    /// <summary>The channel by whose mail server it is sent; null when that one was removed.</summary>
    public long? ChannelId { get; init; }
    public required IReadOnlyList<DigestRecipient> Recipients { get; init; }
    /// <summary>Only these; empty for all agents.</summary>
    public IReadOnlyList<string> AgentIds { get; init; } = [];
    /// <summary>The minute of the local day from which it is sent: on Monday, or on the first of the month.</summary>
    public int Minute { get; init; } = DefaultMinute;
    public bool Enabled { get; init; } = true;
    /// <summary>Unix seconds. What was due before is not sent.</summary>
    public long ChangedAt { get; init; }

    /// <summary>The same without the number, or other address, of somebody; itself where it does not hold it.</summary>
    public Digest Without(ClientIdentity somebody) =>
        somebody.Removed(Name) is { } removed && removed != Name ? this with { Name = removed } : this;
}

/// <summary>Who gets it.</summary>
/// <param name="Address">A mail address, perhaps with a name.</param>
/// <param name="Language">pl or en.</param>
public sealed record DigestRecipient(string Address, string Language)
{
    public ReportLanguage Words() => ReportLanguage.Of(Language);
}
